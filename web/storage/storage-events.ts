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
