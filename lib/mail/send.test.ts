import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { mails } from "@/lib/db/schema";
import { queueMail } from "@/lib/mail/queue";
import { sendDue } from "@/lib/mail/send";
import { smtpTransport } from "@/lib/mail/transport";
import { testDb } from "@/lib/testing/db";
import { startSmtp } from "@/lib/testing/smtp";

const database = testDb();
const now = new Date("2026-11-24T02:00:00Z");
const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const from = "金融消息 <desk@example.com>";
const mail = (n = 1) => ({
  recipient: `new${n}@example.com`,
  subject: "邀请你",
  body: "链接在这里\n",
  about: `link${n}`,
});
const queue = (n?: number) => database.db.transaction((tx) => queueMail(tx, mail(n), now));
const rows = () => database.db.select().from(mails).orderBy(mails.recipient);

let smtp: Awaited<ReturnType<typeof startSmtp>>;
let isDown = false;
beforeEach(async () => {
  isDown = false;
  await database.db.delete(mails);
  smtp = await startSmtp({ isDown: () => isDown });
});
afterEach(() => smtp.close());

describe("sendDue", () => {
  test("sends what waits, once, and forgets the text with its secret", async () => {
    await queue(1);
    await queue(2);
    const transport = smtpTransport({ smtpUrl: smtp.url, from });
    expect(await sendDue(database.db, transport, now)).toBe(2);
    expect(await sendDue(database.db, transport, after(600))).toBe(0);
    expect(smtp.received.map(({ to }) => to).sort()).toEqual(["new1@example.com", "new2@example.com"]);
    expect(smtp.received[0]).toMatchObject({ from: "desk@example.com" });
    expect(smtp.received[0]?.data).toContain("Subject: 邀请你");
    expect(smtp.received[0]?.data).toContain("链接在这里");
    expect(await rows()).toMatchObject([
      { body: "", sentAt: now, nextTryAt: null, tries: 1 },
      { body: "", sentAt: now, nextTryAt: null, tries: 1 },
    ]);
  });

  test("of several workers one sends a mail", async () => {
    for (let n = 1; n <= 4; n++) await queue(n);
    const transport = smtpTransport({ smtpUrl: smtp.url, from });
    const counts = await Promise.all([1, 2, 3].map(() => sendDue(database.db, transport, now)));
    expect(counts.reduce((sum, count) => sum + count)).toBe(4);
    expect(new Set(smtp.received.map(({ to }) => to)).size).toBe(4);
    expect(smtp.received).toHaveLength(4);
  });

  test("tries again later while the server is down, and gives up after the sixth time", async () => {
    await queue();
    isDown = true;
    const transport = smtpTransport({ smtpUrl: smtp.url, from });
    expect(await sendDue(database.db, transport, now)).toBe(0);
    expect(await rows()).toMatchObject([{ tries: 1, nextTryAt: after(1), sentAt: null, fault: /421/ }].map(asMatcher));
    expect(await sendDue(database.db, transport, after(0.5))).toBe(0);
    expect((await rows())[0]?.tries).toBe(1);

    isDown = false;
    expect(await sendDue(database.db, transport, after(1))).toBe(1);
    expect(await rows()).toMatchObject([{ tries: 2, fault: "", nextTryAt: null }]);

    await queue(2);
    isDown = true;
    const second = async () => (await database.db.select().from(mails).where(eq(mails.about, "link2")))[0]!;
    for (let n = 0; n < 6; n++) await sendDue(database.db, transport, (await second()).nextTryAt!);
    expect(await second()).toMatchObject({ tries: 6, nextTryAt: null, sentAt: null, body: "" });
    expect(smtp.received).toHaveLength(1);
  });

  test("a server that is not there is a failure like any other", async () => {
    const gone = createServer();
    await new Promise<void>((done) => gone.listen(0, "127.0.0.1", done));
    const { port } = gone.address() as AddressInfo;
    await new Promise<void>((done) => gone.close(() => done()));
    await queue();
    const transport = smtpTransport({ smtpUrl: `smtp://127.0.0.1:${port}`, from });
    expect(await sendDue(database.db, transport, now)).toBe(0);
    expect(await rows()).toMatchObject([{ tries: 1, nextTryAt: after(1) }]);
  });
});

const asMatcher = ({ fault, ...row }: { fault: RegExp }) => ({ ...row, fault: expect.stringMatching(fault) });
