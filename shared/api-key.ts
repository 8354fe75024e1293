import type { ApiTokenId } from './ids.ts';
import type { Instant } from './instant.ts';

/** What a key permits a program to do, under `/exchange/v1`. */
export const apiScopes = [
  'import:accounts',
  'import:meters',
  'import:readings',
  'import:bills',
  'export:readings',
  'export:lock',
  'acknowledge',
  'read:jobs',
] as const;
export type ApiScope = (typeof apiScopes)[number];

/** A key as administrators see it; what it says itself is told once, when it is made. */
export interface ApiKey {
  id: ApiTokenId;
  name: string;
  scopes: readonly ApiScope[];
  createdAt: Instant;
  /** Of whoever made it. */
  createdBy: string;
  /** It opens nothing from this instant on; null: it has no end. */
  expiresAt: Instant | null;
  /** The last use, to the minute. */
  usedAt: Instant | null;
  revokedAt: Instant | null;
}

export interface MadeApiKey {
  key: ApiKey;
  /** What the program sends. Nobody can be told it again. */
  token: string;
}
