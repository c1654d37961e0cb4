/**
 * Weekdays on which the exchanges in Shanghai, Shenzhen and Beijing are closed, as they announced them. Each autumn
 * brings the next year. Weekends are closed as well, also those worked as make-up days.
 */
export const CLOSED_WEEKDAYS: Readonly<Record<number, string>> = {
  2024: "01-01 02-09 02-12 02-13 02-14 02-15 02-16 04-04 04-05 05-01 05-02 05-03 06-10 09-16 09-17 10-01 10-02 10-03 10-04 10-07",
  2025: "01-01 01-28 01-29 01-30 01-31 02-03 02-04 04-04 05-01 05-02 05-05 06-02 10-01 10-02 10-03 10-06 10-07 10-08",
  2026: "01-01 01-02 02-16 02-17 02-18 02-19 02-20 02-23 04-06 05-01 05-04 05-05 06-19 09-25 10-01 10-02 10-05 10-06 10-07",
};

/** Closed every year, whatever is announced: New Year, the first of May, National Day. */
export const CLOSED_EVERY_YEAR = "01-01 05-01 05-02 05-03 10-01 10-02 10-03 10-04 10-05 10-06 10-07";
