import type { OperationId } from '../../shared/ids.ts';

/** An operation was committed on this device: time to send. */
export class OperationSaved extends Event {
  static readonly type = 'operation-saved';
  readonly operation: OperationId;

  constructor(operation: OperationId) {
    super(OperationSaved.type);
    this.operation = operation;
  }
}
