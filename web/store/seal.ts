import type { Operation, SealedOperation } from '../../shared/operation.ts';
import { operationText } from '../../shared/operation-text.ts';

/** The operation with the SHA-256 of its text. Needs a secure context, as the service worker does. */
export async function seal(operation: Operation): Promise<SealedOperation> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(operationText(operation)));
  const hash = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { ...operation, hash };
}
