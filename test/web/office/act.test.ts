import { expect } from 'chai';
import { Act } from '../../../web/office/act.ts';

describe('what is done from a screen', () => {
  let painted: string[];
  const act = (): Act => {
    painted = [];
    const made: Act = new Act({
      requestUpdate: () =>
        void painted.push(`${made.busy ? 'busy' : 'idle'}${made.failure === null ? '' : ', failed'}`),
    });
    return made;
  };

  it('keeps what it failed at until the next try, or until that is no matter', async () => {
    const one = act();
    const failure = new Error('refused');
    await one.run(() => Promise.reject(failure));
    expect(one.failure).to.equal(failure);
    await one.run(() => Promise.resolve());
    expect(one.failure).to.equal(null);
    expect(painted).to.deep.equal(['busy', 'idle, failed', 'busy', 'idle']);
    await one.run(() => Promise.reject(failure));
    one.clear();
    expect(one.failure).to.equal(null);
  });

  it('has not failed where the refusal is said beside its field', async () => {
    const one = act();
    const refusals: unknown[] = [];
    const failure = new Error('taken');
    await one.run(
      () => Promise.reject(failure),
      (error) => refusals.push(error) > 0,
    );
    expect(refusals).to.deep.equal([failure]);
    expect(one.failure).to.equal(null);
    expect(one.busy).to.equal(false);
  });

  it('is one thing at a time', async () => {
    const one = act();
    let end = () => {};
    const first = one.run(
      () =>
        new Promise<void>((resolve) => {
          end = resolve;
        }),
    );
    let again = 0;
    await one.run(async () => again++);
    expect(again).to.equal(0);
    end();
    await first;
    await one.run(async () => again++);
    expect(again).to.equal(1);
  });

  it('is over, too, where our own code is at fault: that is thrown on', async () => {
    const one = act();
    const fault = new Error('ours');
    const thrown = await one
      .run(
        () => Promise.reject(fault),
        (error) => {
          throw error;
        },
      )
      .catch((error: unknown) => error);
    expect(thrown).to.equal(fault);
    expect(one.busy).to.equal(false);
  });
});
