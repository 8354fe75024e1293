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

/** A newer version of the app has taken over the databases: this page can neither read nor write any more. */
export class ReloadNeeded extends Event {
  static readonly type = 'reload-needed';

  constructor() {
    super(ReloadNeeded.type);
  }
}

/** The browser took the databases away (cleared site data, a failing disk): said at once, never papered over. */
export class StorageLost extends Event {
  static readonly type = 'storage-lost';
  readonly cause: unknown;

  constructor(cause: unknown) {
    super(StorageLost.type);
    this.cause = cause;
  }
}
