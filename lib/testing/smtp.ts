import type { AddressInfo } from "node:net";
import { createServer, type Socket } from "node:net";

export type Received = { from: string; to: string; data: string };

/** A mail server that takes everything it is given, or refuses while `isDown` says so. */
export async function startSmtp({ isDown = () => false }: { isDown?: () => boolean } = {}) {
  const received: Received[] = [];
  const server = createServer((socket) => talk(socket, received, isDown));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    close: () => new Promise<void>((done) => server.close(() => done())),
  };
}

function talk(socket: Socket, received: Received[], isDown: () => boolean) {
  const say = (line: string) => socket.write(`${line}\r\n`);
  let mail: Received = { from: "", to: "", data: "" };
  let inData = false;
  let rest = "";
  socket.on("error", () => {});
  socket.on("data", (chunk) => {
    rest += chunk.toString();
    for (let end = rest.indexOf("\r\n"); end >= 0; end = rest.indexOf("\r\n")) {
      const line = rest.slice(0, end);
      rest = rest.slice(end + 2);
      if (inData) takeLine(line);
      else answer(line);
    }
  });
  if (isDown()) say("421 4.3.2 not now");
  else say("220 fake ready");

  function answer(line: string) {
    const command = line.slice(0, 4).toUpperCase();
    if (command === "MAIL") mail = { from: /<([^>]*)>/.exec(line)?.[1] ?? "", to: "", data: "" };
    if (command === "RCPT") mail.to = /<([^>]*)>/.exec(line)?.[1] ?? "";
    if (command === "DATA") inData = true;
    say(command === "DATA" ? "354 go on" : command === "QUIT" ? "221 bye" : "250 fine");
    if (command === "QUIT") socket.end();
  }
  function takeLine(line: string) {
    if (line !== ".") {
      mail.data += `${line}\n`;
      return;
    }
    inData = false;
    received.push({ ...mail, data: plainText(mail.data) });
    say("250 taken");
  }
}

/** Headers and text as a reader of mail shows them. */
function plainText(data: string): string {
  const [head = "", ...body] = data.split("\n\n");
  const text = body.join("\n\n");
  const subject = head
    .replace(/\n\s+/g, " ")
    .replace(/\?=\s+=\?UTF-8\?/gi, "?==?UTF-8?")
    .replace(/=\?UTF-8\?B\?([^?]*)\?=/gi, (_all, word: string) => Buffer.from(word, "base64").toString())
    .replace(/(?:=\?UTF-8\?Q\?[^?]*\?=)+/gi, (words) =>
      bytesOf(words.replace(/=\?UTF-8\?Q\?([^?]*)\?=/gi, "$1").replaceAll("_", " ")),
    );
  if (/base64/i.test(head)) return `${subject}\n\n${Buffer.from(text, "base64").toString()}`;
  return `${subject}\n\n${bytesOf(text.replace(/=\n/g, ""))}`;
}

const bytesOf = (quoted: string) =>
  Buffer.from(
    quoted.replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  ).toString();
