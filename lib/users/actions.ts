"use server";

import { refresh } from "next/cache";
import { defineAction, defineOpenAction } from "@/lib/actions";
import { setFourEyes as commandFourEyes } from "@/lib/articles/four-eyes";
import { sendsMail } from "@/lib/mail/transport";
import * as admin from "@/lib/users/admin-commands";
import * as commands from "@/lib/users/commands";
import * as links from "@/lib/users/link-commands";
import * as inputs from "@/lib/users/validation";

export const setUp = defineOpenAction(inputs.setUpInput, "setup", async (ctx, input) => {
  await commands.createFirstAdmin(ctx, input);
  return null;
});

/** Strangers with a link. */
export const acceptInvitation = defineOpenAction(inputs.acceptInviteInput, "access", links.acceptInvitation);
export const acceptNewPassword = defineOpenAction(inputs.newPasswordInput, "access", links.acceptNewPassword);

export const inviteUser = defineAction(inputs.inviteInput, async (ctx, input) =>
  shown(await links.inviteUser(ctx, input, { byMail: sendsMail() })),
);
export const createPasswordLink = defineAction(inputs.userIdInput, async (ctx, input) =>
  shown(await links.createPasswordLink(ctx, input, { byMail: sendsMail() })),
);
export const revokeInvitation = defineAction(inputs.linkInput, async (ctx, input) => {
  await links.revokeInvitation(ctx, input);
  refresh();
});
export const changeRights = defineAction(inputs.changeRightsInput, async (ctx, input) => {
  await admin.changeRights(ctx, input);
  refresh();
});
export const disableUser = defineAction(inputs.userIdInput, async (ctx, input) => {
  await admin.disableUser(ctx, input);
  refresh();
});
export const enableUser = defineAction(inputs.userIdInput, async (ctx, input) => {
  await admin.enableUser(ctx, input);
  refresh();
});
export const resetTotp = defineAction(inputs.userIdInput, async (ctx, input) => {
  await admin.resetTotp(ctx, input);
  refresh();
});
export const signOutEverywhere = defineAction(inputs.userIdInput, async (ctx, input) => {
  await admin.signOutEverywhere(ctx, input);
  refresh();
});
export const setFourEyes = defineAction(inputs.fourEyesInput, async (ctx, input) => {
  await commandFourEyes(ctx, input);
  refresh();
});

function shown({ url, expiresAt, isMailed }: links.MadeLink) {
  refresh();
  return { url, expiresAt: expiresAt.toISOString(), isMailed };
}
