import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Middleware } from 'koa';
import type { PublicCompany } from '../../shared/company.ts';
import { refuseUnlessRead } from './refuse-unless-read.ts';

/** What depends on the company's profile and not on the build: the profile for the app, and the web app's manifest. */
export function companyFiles(company: PublicCompany, webFolder: string): Middleware {
  const files: Readonly<Record<string, { type: string; text: string }>> = {
    '/company.json': { type: 'application/json; charset=utf-8', text: JSON.stringify(company) },
    '/manifest.webmanifest': {
      type: 'application/manifest+json; charset=utf-8',
      text: JSON.stringify(manifestOf(company, webFolder)),
    },
    '/kiosk/manifest.webmanifest': {
      type: 'application/manifest+json; charset=utf-8',
      text: JSON.stringify(kioskManifestOf(company)),
    },
  };
  return async (ctx, next) => {
    const file = Object.hasOwn(files, ctx.path) ? files[ctx.path] : undefined;
    if (!file) return next();
    if (refuseUnlessRead(ctx)) return;
    ctx.status = 200;
    ctx.set('cache-control', 'no-cache');
    ctx.etag = createHash('sha256').update(file.text).digest('base64url').slice(0, 22);
    ctx.type = file.type;
    if (ctx.fresh) ctx.status = 304;
    else ctx.body = file.text;
  };
}

/** `--paper` of web/styles/tokens.css: the splash screen is the page before it is there. */
const paper = '#f6f3eb';

const shortcutWords = {
  readings: { en: 'Enter readings', lv: 'Nodot rādījumus', ru: 'Передать показания' },
  periods: { en: 'History', lv: 'Vēsture', ru: 'История' },
} as const;

const icon = (file: string, size: number, purpose: 'any' | 'maskable') => ({
  src: `/icons/${file}`,
  sizes: `${size}x${size}`,
  type: 'image/png',
  purpose,
});

const icons = [
  { src: '/icons/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
  icon('icon-192.png', 192, 'any'),
  icon('icon-512.png', 512, 'any'),
  icon('maskable-192.png', 192, 'maskable'),
  icon('maskable-512.png', 512, 'maskable'),
];

const kioskWord = { en: 'tablet at the office', lv: 'planšete birojā', ru: 'планшет в офисе' } as const;

/**
 * W3C Web Application Manifest, in the company's first language. Screenshots come with the build for the shipped
 * profiles; a company with a profile of its own has those that the folder of the built web app has by its id.
 */
export function manifestOf(company: PublicCompany, webFolder: string): object {
  const language = company.languages[0] ?? 'en';
  const screenshot = (formFactor: 'narrow' | 'wide', sizes: string, label: string) => ({
    src: `/screenshots/${company.id}-${formFactor}.png`,
    sizes,
    type: 'image/png',
    form_factor: formFactor,
    label,
  });
  return {
    id: '/',
    name: company.name,
    short_name: company.shortName,
    lang: language,
    dir: 'ltr',
    start_url: '/',
    scope: '/',
    display: 'standalone',
    orientation: 'any',
    background_color: paper,
    theme_color: company.accent.light,
    categories: ['utilities'],
    icons,
    screenshots: [
      screenshot('narrow', '780x1688', shortcutWords.readings[language]),
      screenshot('wide', '1280x800', shortcutWords.readings[language]),
    ].filter(({ src }) => existsSync(join(webFolder, src))),
    shortcuts: [
      { name: shortcutWords.readings[language], url: '/readings', icons: [icon('icon-192.png', 192, 'any')] },
      { name: shortcutWords.periods[language], url: '/periods', icons: [icon('icon-192.png', 192, 'any')] },
    ],
  };
}

/** That of the tablet in the office: it takes the whole screen and turns as the tablet is turned. */
export function kioskManifestOf(company: PublicCompany): object {
  const language = company.languages[0] ?? 'en';
  return {
    id: '/kiosk/',
    name: `${company.name}: ${kioskWord[language]}`,
    short_name: company.shortName,
    lang: language,
    dir: 'ltr',
    start_url: '/kiosk/',
    scope: '/kiosk/',
    display: 'fullscreen',
    display_override: ['fullscreen', 'standalone'],
    orientation: 'any',
    background_color: paper,
    theme_color: company.accent.light,
    icons,
  };
}
