import "server-only";
import { Secret, TOTP } from "otpauth";

export const STEP_SECONDS = 30;

const clockOf = (secret: string, label = "", issuer = "") =>
  new TOTP({ issuer, label, secret: Secret.fromBase32(secret), period: STEP_SECONDS, digits: 6 });

/** 160 random bits in base32, as apps for one-time codes take them. */
export const newTotpSecret = () => new Secret({ size: 20 }).base32;

/** `otpauth://…`, which the QR code holds; an app lists it under the site's name and the account's address. */
export const totpAddress = (secret: string, email: string, site: string) => clockOf(secret, email, site).toString();

/**
 * The half minute that a code belongs to, counted from 1970; null when the code is wrong. A telephone's clock may be
 * one step ahead or behind.
 */
export function stepOf(secret: string, code: string, now: Date): number | null {
  const delta = clockOf(secret).validate({ token: code, timestamp: now.getTime(), window: 1 });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / STEP_SECONDS) + delta;
}
