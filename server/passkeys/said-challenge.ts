/**
 * Takes down the challenge that an answer says it was asked with. Whether it is one of ours is looked at later, in the
 * transaction that consumes it.
 */
export function saidChallenge(): { expected: (said: unknown) => boolean; readonly value: string } {
  let value = '';
  return {
    expected(said) {
      if (typeof said !== 'string') return false;
      value = said;
      return true;
    },
    get value() {
      return value;
    },
  };
}
