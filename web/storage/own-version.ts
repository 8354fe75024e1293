/**
 * IndexedDB as Dexie shall see it. Where newer code has upgraded a database, Dexie opens it without a version after all,
 * and even puts back what that code took out. That second attempt is refused here, by the name of the first one's error.
 * Undefined where the browser has no IndexedDB.
 */
export function ownVersionOnly(factory: IDBFactory | undefined): { indexedDB?: IDBFactory } {
  if (!factory) return {};
  return {
    indexedDB: {
      open(name, version) {
        if (version === undefined) throw new DOMException(`${name} belongs to newer code`, 'VersionError');
        return factory.open(name, version);
      },
      deleteDatabase: (name) => factory.deleteDatabase(name),
      databases: () => factory.databases(),
      cmp: (one, other) => factory.cmp(one, other),
    },
  };
}
