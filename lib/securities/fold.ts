/** Full-width letters, figures and signs as their plain forms, one for one: places in the text stay what they are. */
export const foldText = (text: string) =>
  text.replace(/[\uff01-\uff5e\u3000\u00a0]/g, (sign) =>
    sign < "\uff01" ? " " : String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
  );
