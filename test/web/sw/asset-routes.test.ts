import { expect } from 'chai';
import { routeAssets } from '../../../web/sw/asset-routes.ts';

describe('the routes of the assets', () => {
  let waited: Promise<unknown>[];
  let faults: unknown[];
  const waitUntil = (work: Promise<unknown>) => void waited.push(work);
  const report = (fault: unknown) => void faults.push(fault);

  beforeEach(() => {
    waited = [];
    faults = [];
  });

  for (const [how, addRoutes] of [
    ['refuses them', () => Promise.reject(new TypeError('no such condition'))],
    [
      'does not understand them',
      () => {
        throw new TypeError('no such condition');
      },
    ],
  ] as const) {
    it(`save only time: the worker is installed where a browser ${how}, and it is said`, async () => {
      routeAssets({ waitUntil, addRoutes }, 'shell', report);
      await Promise.all(waited);
      expect(faults.map(String)).to.deep.equal(['TypeError: no such condition']);
    });
  }

  it('are none where a browser has never heard of them', async () => {
    routeAssets({ waitUntil }, 'shell', report);
    await Promise.all(waited);
    expect(faults).to.deep.equal([]);
  });

  it('lead from the assets to the cache, before the worker counts as installed', async () => {
    const asked: unknown[] = [];
    let added = false;
    const addRoutes = async (rules: unknown) => {
      asked.push(rules);
      await Promise.resolve();
      added = true;
    };
    routeAssets({ waitUntil, addRoutes }, 'shell', report);
    await Promise.all(waited);
    expect(added).to.equal(true);
    expect(asked).to.deep.equal([{ condition: { urlPattern: '/assets/*' }, source: { cacheName: 'shell' } }]);
  });
});
