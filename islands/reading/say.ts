/** A sentence at the foot of the window for a few seconds, for eyes and ears: `document.dispatchEvent(new CustomEvent("say", { detail }))`. */
const SECONDS = 4;

const line = document.createElement("p");
line.className = "toast";
line.role = "status";
document.body.append(line);

let timer: ReturnType<typeof setTimeout> | undefined;
document.addEventListener("say", (event) => {
  clearTimeout(timer);
  line.textContent = (event as CustomEvent<string>).detail;
  timer = setTimeout(() => line.replaceChildren(), SECONDS * 1000);
});
