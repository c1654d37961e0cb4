import type { StockBoard } from "@/lib/securities/board-loaders";
import { stockLetterPath } from "@/lib/urls";

const LETTERS = [..."abcdefghijklmnopqrstuvwxyz0"];
export const letterName = (letter: string) => (letter === "0" ? "#" : letter.toUpperCase());

type Props = { letters: StockBoard["letters"]; current?: string };

/** The way to the securities under each letter of their pinyin. */
export function StockLetters({ letters, current }: Props) {
  const counts = new Map(letters.map(({ letter, count }) => [letter, count]));
  return (
    <nav className="letters" aria-label="按拼音首字母">
      <ol>
        {LETTERS.filter((letter) => letter !== "0" || counts.has(letter)).map((letter) => (
          <li key={letter}>
            {counts.has(letter) ? (
              <a href={stockLetterPath(letter)} aria-current={letter === current ? "page" : undefined}>
                {letterName(letter)}
              </a>
            ) : (
              <span aria-hidden="true">{letterName(letter)}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
