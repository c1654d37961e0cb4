/** Day, night, or as the system: drawn for every page, shown where its island works. */
export const ThemeSwitch = () => (
  <theme-switch>
    <button type="button" aria-label="外观">
      <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
        <circle cx="12" cy="12" r="8.5" />
        <path className="by-system" d="M12 3.5v17a8.5 8.5 0 0 0 0-17z" />
        <path className="by-day" d="M12 8.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7z" />
        <path className="by-night" d="M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17z" />
      </svg>
    </button>
  </theme-switch>
);
