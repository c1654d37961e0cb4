/** Counting stops at a thousand. */
export const sayCount = (count: number) => (count > 1000 ? "1,000 多" : count.toLocaleString("en"));
