import { type Keys, keysOf } from "@/lib/clusters/keys";
import { type Profile, profileOf } from "@/lib/clusters/profile";
import { random } from "@/lib/testing/random";
import { wordsBy } from "./search-texts";

export type ClusterText = { title: string; text: string; profile: Profile; keys: Keys };

/** Invented articles of 60 to 360 words with a figure in every other sentence, no two alike; made ready by the program's own code. */
export function* makeClusterTexts(count: number, seed: number): Generator<ClusterText> {
  const roll = random(seed);
  const pick = wordsBy(roll);
  const words = (length: number) => Array.from({ length }, pick).join("");
  const sentence = () => (roll(2) ? `${words(12)}。` : `${words(6)}${roll(9000)}亿元，${words(6)}。`);
  for (let n = 0; n < count; n++) {
    const title = `${words(5)}${roll(9000)}万股`;
    const text = Array.from({ length: 5 + roll(25) }, sentence).join("");
    const profile = profileOf({ title, text });
    yield { title, text, profile, keys: keysOf(profile) };
  }
}
