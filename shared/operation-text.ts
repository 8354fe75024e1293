import { canonicalJson } from './canonical.ts';
import type { Operation, SealedOperation } from './operation.ts';

/** The text whose hash identifies the content of an operation. */
export function operationText(operation: Operation | SealedOperation): string {
  const { id, stream, number, user, account, kind, version, body, capture } = operation;
  return canonicalJson({ id, stream, number, user, account, kind, version, body, capture });
}
