"use server";

import { refresh } from "next/cache";
import { defineAction } from "@/lib/actions";
import { currentSession } from "@/lib/auth/session";
import { qrCode } from "@/lib/qr-code";
import * as commands from "@/lib/users/profile-commands";
import * as totp from "@/lib/users/totp-commands";
import * as inputs from "@/lib/users/validation";

/** The browser at hand, which stays signed in. */
const thisSession = async () => (await currentSession())?.id ?? "";

export const changeProfile = defineAction(inputs.changeProfileInput, async (ctx, input) => {
  await commands.changeProfile(ctx, input);
  refresh();
});
export const changePassword = defineAction(inputs.changePasswordInput, async (ctx, input) => {
  await commands.changePassword(ctx, { ...input, keep: await thisSession() });
  refresh();
});
export const endOwnSession = defineAction(inputs.sessionIdInput, async (ctx, input) => {
  await commands.endOwnSession(ctx, input);
  refresh();
});
export const endOtherSessions = defineAction(inputs.nothingInput, async (ctx) => {
  const { count } = await commands.endOtherSessions(ctx, { keep: await thisSession() });
  refresh();
  return { count };
});
export const beginTotp = defineAction(inputs.confirmInput, async (ctx, input) => {
  const { secret, address } = await totp.beginTotp(ctx, input);
  return { secret, address, qr: qrCode(address) };
});
export const enableTotp = defineAction(inputs.totpCodeInput, async (ctx, input) => {
  const { codes } = await totp.enableTotp(ctx, input);
  refresh();
  return { codes };
});
export const disableTotp = defineAction(inputs.confirmInput, async (ctx, input) => {
  await totp.disableTotp(ctx, input);
  refresh();
});
export const renewRecoveryCodes = defineAction(inputs.confirmInput, async (ctx, input) => {
  const { codes } = await totp.renewRecoveryCodes(ctx, input);
  refresh();
  return { codes };
});
