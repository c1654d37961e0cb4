import { kept } from "../reading/kept";

/** Leaves of a list of flashes those of what is followed. The address says so, as it does for the important ones. */
class MySwitch extends HTMLElement {
  #isOn = location.search === "?my=1";

  connectedCallback() {
    const main = this.closest("main")!;
    const button = this.querySelector("button")!;
    const none = main.querySelector<HTMLElement>(".none-of-mine")!;
    /** Asked anew each time: who listens to a change of the list may ask before this has heard of it. */
    const mine = () => {
      const paths = this.#isOn ? kept("my").map(({ path }) => path) : [];
      return {
        isOn: paths.length > 0,
        passes: (of = "") => paths.length === 0 || of.split(" ").some((path) => paths.includes(path)),
      };
    };
    const show = () => {
      const { isOn, passes } = mine();
      button.ariaPressed = String(isOn);
      main.toggleAttribute("data-mine", isOn);
      const rows = [...main.querySelectorAll<HTMLElement>(".flash")];
      for (const row of rows) row.hidden = !passes(row.dataset.of);
      none.hidden = !isOn || rows.some((row) => !row.hidden);
      for (const link of main.querySelectorAll<HTMLAnchorElement>(".pager a, .switch a"))
        link.search = isOn ? "?my=1" : "";
    };
    button.addEventListener("click", () => {
      this.#isOn = !this.#isOn;
      history.replaceState(null, "", this.#isOn ? "?my=1" : location.pathname);
      document.dispatchEvent(new Event("kept"));
    });
    // The list asks whether what is new is to be told.
    main.addEventListener(
      "passes",
      (event) => mine().passes((event as CustomEvent<string>).detail) || event.preventDefault(),
    );
    new MutationObserver(show).observe(main, { childList: true, subtree: true });
    document.addEventListener("kept", show);
    // Said to all: the list may have counted what arrived before this was here.
    document.dispatchEvent(new Event("kept"));
  }
}

customElements.define("my-switch", MySwitch);
