const KEY = "live-sound";

let button: HTMLButtonElement | null;
let audio: AudioContext | undefined;
let rangAt = 0;

export const hasSound = () => button?.ariaPressed === "true";

/** Puts the switch among the list's tools, as it was left in this browser. */
export function offerSound(offered: HTMLButtonElement | null) {
  button = offered;
  if (!offered) return;
  const turn = (isOn: boolean) => {
    offered.ariaPressed = String(isOn);
    offered.textContent = `提示音：${isOn ? "开" : "关"}`;
  };
  let kept = "";
  try {
    kept = localStorage.getItem(KEY) ?? "";
  } catch {}
  turn(kept === "on");
  offered.addEventListener("click", () => {
    turn(!hasSound());
    try {
      localStorage.setItem(KEY, hasSound() ? "on" : "off");
    } catch {}
    ring();
  });
  document.querySelector(".live-tools")?.append(offered);
}

/** Two short tones, for what is important; many at a time are one. */
export function ring() {
  if (!hasSound() || Date.now() - rangAt < 2000) return;
  rangAt = Date.now();
  audio ??= new AudioContext();
  void audio.resume();
  for (const [tone, pitch] of [660, 880].entries()) {
    const from = audio.currentTime + tone * 0.12;
    const wave = audio.createOscillator();
    const loudness = audio.createGain();
    wave.frequency.value = pitch;
    loudness.gain.setValueAtTime(0.08, from);
    loudness.gain.exponentialRampToValueAtTime(0.001, from + 0.18);
    wave.connect(loudness).connect(audio.destination);
    wave.start(from);
    wave.stop(from + 0.2);
  }
}
