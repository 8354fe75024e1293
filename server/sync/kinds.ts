import type { OperationKind, OperationOf } from '../../shared/operation.ts';
import type { Writer } from '../db/tables.ts';
import { submitReading } from '../readings/submit.ts';
import { withdrawReading } from '../readings/withdraw.ts';
import { writeMessage } from '../support/write-message.ts';
import type { Arrival, Effect } from './arrival.ts';

/** What each kind of operation does; a new kind is a line here and a file in its domain. */
const verbs: { [K in OperationKind]: (tx: Writer, operation: OperationOf<K>, arrival: Arrival) => Promise<Effect> } = {
  'reading-submitted': submitReading,
  'reading-withdrawn': withdrawReading,
  'message-written': writeMessage,
};

export function perform<K extends OperationKind>(
  tx: Writer,
  operation: OperationOf<K>,
  arrival: Arrival,
): Promise<Effect> {
  return verbs[operation.kind](tx, operation, arrival);
}
