/** Which refusals are the access_token's: of a wrong one and of one that has run out (wecom §6.2). */
import { VendorError } from './error-codes.ts';

const TOKEN_ERRORS: ReadonlySet<number> = new Set([40014, 42001]);

export const isTokenRefused = (error: unknown): boolean =>
  error instanceof VendorError && TOKEN_ERRORS.has(error.errcode);
