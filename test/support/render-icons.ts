import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { chromium, type Page } from 'playwright-core';
import { indexedPng } from './indexed-png.ts';

/**
 * Renders the raster icons of `public/` from its two drawings: `node dist/test/support/render-icons.js`, in the project's
 * folder. The results are kept in the repository; this runs when a drawing has changed.
 */
interface Icon {
  file: string;
  size: number;
  drawing: 'icons/icon' | 'favicon';
  /** `maskable`: paper to the edge and the drawing inside the safe zone (W3C App Manifest); `square`: paper to the edge. */
  shape: 'drawn' | 'square' | 'maskable';
}

const icons: readonly Icon[] = [
  { file: 'icons/icon-192.png', size: 192, drawing: 'icons/icon', shape: 'drawn' },
  { file: 'icons/icon-512.png', size: 512, drawing: 'icons/icon', shape: 'drawn' },
  { file: 'icons/maskable-192.png', size: 192, drawing: 'icons/icon', shape: 'maskable' },
  { file: 'icons/maskable-512.png', size: 512, drawing: 'icons/icon', shape: 'maskable' },
  { file: 'apple-touch-icon.png', size: 180, drawing: 'icons/icon', shape: 'square' },
];

/** The paper of the drawing. */
const paper = '#f6f3eb';
/** The safe zone is a circle of 80 % of the width; the wide counter needs a little less to lie inside. */
const safe = 0.78;

async function render(page: Page, { size, drawing, shape }: Omit<Icon, 'file'>): Promise<Buffer> {
  const svg = await readFile(`public/${drawing}.svg`, 'utf8');
  const inner = shape === 'maskable' ? Math.round(size * safe) : size;
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>
    html { background: ${shape === 'drawn' ? 'transparent' : paper}; }
    body { margin: 0; height: 100vh; display: grid; place-items: center; }
    svg { display: block; width: ${inner}px; height: ${inner}px; }
  </style>${svg}`);
  const shot = await page.screenshot({ omitBackground: true });
  const pixels = await page.evaluate(
    async (png) => {
      const bitmap = await createImageBitmap(await (await fetch(png)).blob());
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      const context = canvas.getContext('2d');
      context?.drawImage(bitmap, 0, 0);
      return [...(context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? [])];
    },
    `data:image/png;base64,${shot.toString('base64')}`,
  );
  return indexedPng(Uint8ClampedArray.from(pixels), size, size);
}

/** An .ico file with one PNG inside (the form that every browser since 2007 reads). */
function ico(png: Buffer, size: number): Buffer {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2); // an icon
  head.writeUInt16LE(1, 4); // one image
  head.writeUInt8(size, 6);
  head.writeUInt8(size, 7);
  head.writeUInt16LE(1, 10); // planes
  head.writeUInt16LE(32, 12); // bits of a pixel
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(head.length, 18);
  return Buffer.concat([head, png]);
}

const executablePath = [process.env.CHROME_PATH, '/usr/bin/chromium'].find((path) => path && existsSync(path));
const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ['--no-sandbox'] });
try {
  const page = await browser.newPage();
  for (const icon of icons) await writeFile(`public/${icon.file}`, await render(page, icon));
  const favicon = await render(page, { size: 32, drawing: 'favicon', shape: 'drawn' });
  await writeFile('public/favicon.ico', ico(favicon, 32));
} finally {
  await browser.close();
}
