const KEYS = [
  ["j", "下一个标题"],
  ["k", "上一个标题"],
  ["o / Enter", "打开这一篇"],
  ["s", "加入或移出稍后读"],
  ["?", "这张表"],
] as const;

const element = <Name extends keyof HTMLElementTagNameMap>(name: Name, ...content: (Node | string)[]) => {
  const one = document.createElement(name);
  one.append(...content);
  return one;
};

/** The keys, and the switch that turns them on and off. */
export function showKeys(isOn: boolean, turn: (on: boolean) => void) {
  const list = element("dl");
  for (const [key, says] of KEYS) list.append(element("div", element("dt", element("kbd", key)), element("dd", says)));
  const box = element("input");
  Object.assign(box, { type: "checkbox", checked: isOn });
  box.addEventListener("change", () => turn(box.checked));
  const close = element("button", "关闭");
  close.type = "submit";
  const form = element("form", element("label", box, " 使用单键快捷键"), close);
  form.method = "dialog";
  const heading = element("h2", "键盘快捷键");
  heading.id = "keys-help";
  const dialog = element("dialog", heading, list, form);
  dialog.className = "keys-dialog";
  dialog.setAttribute("aria-labelledby", heading.id);
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
  document.body.append(dialog);
  dialog.showModal();
}
