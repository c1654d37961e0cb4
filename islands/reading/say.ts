/** A sentence at the foot of the window for a few seconds, for eyes and ears. */
const SECONDS = 4;

const line = document.createElement("p");
line.className = "toast";
line.role = "status";
document.body.append(line);

let timer: ReturnType<typeof setTimeout> | undefined;
export function say(words: string) {
  clearTimeout(timer);
  line.textContent = words;
  timer = setTimeout(() => line.replaceChildren(), SECONDS * 1000);
}

/** Asked for by another island. */
document.addEventListener("say", (event) => say((event as CustomEvent<string>).detail));
