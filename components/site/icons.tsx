const PATHS = {
  home: "M4 11 12 4l8 7v9h-5.5v-6h-5v6H4z",
  flash: "M13 3 5 13.5h6L10.5 21 19 10h-6z",
  outlets: "M4 4h6.5v6.5H4zM13.5 4H20v6.5h-6.5zM4 13.5h6.5V20H4zM13.5 13.5H20V20h-6.5z",
  stocks: "M4 12h4v8H4zM10 4h4v16h-4zM16 9h4v11h-4z",
  feed: "M5 11a8 8 0 0 1 8 8M5 5a14 14 0 0 1 14 14M6.2 16.8a1.2 1.2 0 1 1 0 2.4 1.2 1.2 0 0 1 0-2.4z",
  search: "m15.5 15.5 5 5M17 10.5a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0z",
  newer: "m15 5-7 7 7 7",
  older: "m9 5 7 7-7 7",
  share: "M12 14V3.5M8 7l4-3.5L16 7M5 11v9h14v-9",
  link: "M10 14a4 4 0 0 0 5.7 0l3.6-3.6a4 4 0 0 0-5.7-5.7L12 6.3M14 10a4 4 0 0 0-5.7 0l-3.6 3.6a4 4 0 0 0 5.7 5.7l1.6-1.6",
  print: "M7 8V3.5h10V8M7 17H4V8h16v9h-3M7 13.5h10v7H7z",
  later: "M6.5 4h11v16.5L12 16l-5.5 4.5z",
  star: "m12 3.5 2.6 5.6 6.1.7-4.5 4.2 1.2 6.1-5.4-3.1-5.4 3.1 1.2-6.1-4.5-4.2 6.1-.7z",
  up: "m5 15 7-7 7 7",
};

export function Icon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
