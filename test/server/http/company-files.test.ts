import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { loadCompany, publicCompany } from '../../../server/companies.ts';
import { kioskManifestOf, manifestOf } from '../../../server/http/company-files.ts';

describe('the manifest', () => {
  let webFolder: string;
  before(async () => {
    webFolder = await mkdtemp(join(tmpdir(), 'meterbook-web-'));
    await mkdir(join(webFolder, 'screenshots'));
    for (const name of ['ddzksu-narrow', 'ddzksu-wide', 'dgservic-wide']) {
      await writeFile(join(webFolder, 'screenshots', `${name}.png`), '');
    }
  });
  after(() => rm(webFolder, { recursive: true, force: true }));

  const screenshotsOf = (id: string): string[] => {
    const company = { ...publicCompany(loadCompany('ddzksu')), id };
    const { screenshots } = manifestOf(company, webFolder) as { screenshots: { src: string }[] };
    return screenshots.map(({ src }) => src);
  };

  it('names no screenshot that the build does not have', () => {
    assert.deepEqual(screenshotsOf('ours'), []);
    assert.deepEqual(screenshotsOf('dgservic'), ['/screenshots/dgservic-wide.png']);
  });

  it('begins with the paper of the page, so that nothing changes colour when the page comes', async () => {
    const root = new URL('../../../../', import.meta.url);
    const [, paper] = /--paper: (#\w+);/.exec(await readFile(new URL('web/styles/tokens.css', root), 'utf8')) ?? [];
    const manifest = manifestOf(publicCompany(loadCompany('ddzksu')), webFolder) as { background_color: string };
    assert.equal(manifest.background_color, paper);
    const page = await readFile(new URL('web/index.html', root), 'utf8');
    assert.ok(page.includes(`content="${paper}" media="(prefers-color-scheme: light)"`));
  });

  it('names those of the company', () => {
    assert.deepEqual(screenshotsOf('ddzksu'), ['/screenshots/ddzksu-narrow.png', '/screenshots/ddzksu-wide.png']);
  });
});

describe('the manifest of the kiosk', () => {
  it('takes the whole screen and keeps to its own address, whatever the company', () => {
    for (const [id, name] of [
      ['ddzksu', 'SIA "Daugavpils dzīvokļu un komunālās saimniecības uzņēmums": planšete birojā'],
      ['dgservic', 'планшет в офисе'],
    ] as const) {
      const manifest = kioskManifestOf(publicCompany(loadCompany(id))) as Record<string, string>;
      assert.equal(manifest.display, 'fullscreen');
      assert.deepEqual([manifest.id, manifest.scope, manifest.start_url], ['/kiosk/', '/kiosk/', '/kiosk/']);
      assert.ok(manifest.name?.endsWith(name), manifest.name);
    }
  });
});
