import { expect } from 'chai';
import { Slices } from '../../../web/elements/slices.ts';

describe('building in slices', () => {
  const slices = new Slices();
  let built: number[] = [];
  const start = (steps: number, atOnce: number, name = 0): Promise<void> =>
    new Promise((resolve) => {
      built = [];
      slices.start(steps, { step: (at) => built.push(name + at), atOnce, onDone: resolve });
    });
  afterEach(() => slices.stop());

  it('takes the first steps at once and the others later, in their order', async () => {
    const done = start(500, 3);
    expect(built).to.deep.equal([0, 1, 2]);
    await done;
    expect(built).to.deep.equal(Array.from({ length: 500 }, (_, at) => at));
  });

  it('takes all that is left at once when it is needed', () => {
    void start(500, 3);
    slices.finish();
    expect(built).to.have.length(500);
    slices.finish();
    expect(built).to.have.length(500);
  });

  it('is done within the call where nothing is left', () => {
    let done = 0;
    const onDone = () => {
      done++;
    };
    slices.start(2, { step: () => {}, atOnce: 5, onDone });
    slices.start(0, { step: () => {}, atOnce: 5, onDone });
    expect(done).to.equal(2);
  });

  it('drops what is left when something else is begun', async () => {
    void start(500, 1);
    await start(3, 1, 1000);
    expect(built).to.deep.equal([1000, 1001, 1002]);
  });

  it('builds nothing any more once it was stopped', async () => {
    void start(500, 1);
    slices.stop();
    slices.finish();
    await new Promise((resolve) => requestIdleCallback(resolve));
    expect(built).to.deep.equal([0]);
  });
});
