type Props = {
  /** The page of what is followed. */
  path: string;
  title: string;
  /** A sign instead of the word, in a list. */
  isSmall?: boolean;
};

/** Puts a security or an outlet on the reader's own list. The list is in the browser: without script there is no button. */
export const FollowButton = ({ path, title, isSmall }: Props) => (
  <follow-button data-path={path} data-title={title}>
    <button
      type="button"
      className={isSmall ? "follow follow-small" : "follow"}
      aria-label={`关注：${title}`}
      aria-pressed={false}
    >
      关注
    </button>
  </follow-button>
);
