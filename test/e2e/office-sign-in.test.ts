import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { demoStaffOf } from '../../server/demo/demo-staff.ts';
import type { Browsing } from '../support/chromium-profile.ts';
import { type DemoSite, openDemoSite } from '../support/demo-site.ts';
import { codeOf } from '../support/office-access.ts';

/** Getting into the office, in both companies' languages, through the built app. */
const companies = [
  {
    company: 'ddzksu',
    now: '2026-11-28T12:00:00+02:00',
    language: 'lv-LV',
    words: {
      email: 'E-pasts',
      password: 'Parole',
      next: 'Tālāk',
      code: 'Sešu ciparu kods',
      enter: 'Ieiet birojā',
      wrong: 'Nav pareizs e-pasts vai parole.',
      staff: 'Biroja darbinieki',
      ended: 'Pieslēdzieties vēlreiz',
      choose: 'Jaunā parole',
      save: 'Saglabāt un turpināt',
      kept: 'Kodi saglabāti, turpināt',
      out: 'Beigt darbu',
    },
  },
  {
    company: 'dgservic',
    now: '2026-11-20T12:00:00+03:00',
    language: 'ru-RU',
    words: {
      email: 'Эл. почта',
      password: 'Пароль',
      next: 'Далее',
      code: 'Код из шести цифр',
      enter: 'Войти в офис',
      wrong: 'Неверна эл. почта или пароль.',
      staff: 'Сотрудники офиса',
      ended: 'Войдите ещё раз',
      choose: 'Новый пароль',
      save: 'Сохранить и продолжить',
      kept: 'Сохранено, продолжить',
      out: 'Выйти',
    },
  },
] as const;

for (const { company, now, language, words } of companies) {
  describe(`the office of ${company}`, () => {
    let site: DemoSite;
    let browsing: Browsing;
    let page: Page;

    before(async () => {
      site = await openDemoSite({ company, now, language });
      // The command line goes by the demo's clock, too.
      Object.assign(process.env, { METERBOOK_MODE: 'test', METERBOOK_CLOCK: new Date(now).toISOString() });
      browsing = await site.phone.open();
      page = browsing.page;
      await page.setViewportSize({ width: 1280, height: 800 });
    });
    after(async () => {
      delete process.env.METERBOOK_MODE;
      delete process.env.METERBOOK_CLOCK;
      await browsing?.kill();
      await site?.close();
    });

    async function password(email: string, text: string): Promise<void> {
      await page.getByLabel(words.email).fill(email);
      await page.getByLabel(words.password, { exact: true }).fill(text);
      await page.getByRole('button', { name: words.next }).click();
    }
    async function code(text: string): Promise<void> {
      await page.getByLabel(words.code).fill(text);
      await page.getByRole('button', { name: words.enter }).click();
    }
    const manager = demoStaffOf(company).find(({ role }) => role === 'manager')?.name ?? 'nobody';
    const secretOf = (email: string): string => {
      const [row] = site.query('select totp_secret from staff where email = ?', email);
      return String(row?.totp_secret);
    };

    it('opens to nobody without both factors', async () => {
      await page.goto(`${site.url}/office/staff`);
      await password('administrator@office.example', 'wrong wrong wrong');
      await page.getByText(words.wrong).waitFor();
      assert.equal(await page.getByRole('heading', { name: words.staff }).count(), 0);
      await password('administrator@office.example', 'meterbook-demo');
      await page.getByLabel(words.code).waitFor();
      assert.deepEqual(
        (await page.context().cookies()).filter(({ name }) => name === 'meterbook-office'),
        [],
      );
    });

    it('opens the page that was asked for, after both', async () => {
      await code(codeOf(secretOf('administrator@office.example'), -1));
      await page.getByRole('heading', { name: words.staff }).waitFor();
      assert.equal(new URL(page.url()).pathname, '/office/staff');
      const [cookie] = (await page.context().cookies()).filter(({ name }) => name === 'meterbook-office');
      assert.equal(cookie?.httpOnly, true);
      assert.equal(cookie?.sameSite, 'Strict');
      await page.reload();
      await page.getByRole('heading', { name: words.staff }).waitFor();
    });

    it('asks to sign in again over the screen, which stays as it is', async () => {
      await page.context().clearCookies({ name: 'meterbook-office' });
      await page.getByRole('combobox', { name: new RegExp(manager) }).selectOption('administrator');
      await page.locator('office-staff mb-dialog .primary').click();
      await page.getByRole('dialog', { name: words.ended }).waitFor();
      const again = page.locator('office-sign-in[inside]');
      assert.equal(await page.getByText(manager).first().isVisible(), true);
      await again.getByLabel(words.password, { exact: true }).fill('meterbook-demo');
      await again.getByRole('button', { name: words.next }).click();
      await again.getByLabel(words.code).fill(codeOf(secretOf('administrator@office.example')));
      await again.getByRole('button', { name: words.enter }).click();
      await again.waitFor({ state: 'detached' });
      await page.locator('office-staff mb-dialog .primary').click();
      await page.locator('office-staff mb-dialog').waitFor({ state: 'detached' });
      const [row] = site.query('select role from staff where email = ?', 'manager@office.example');
      assert.equal(row?.role, 'administrator');
    });

    it('leads who was added on the command line from the link through password and phone into the office', async () => {
      await page.getByRole('button', { name: words.out }).first().click();
      await page.getByLabel(words.email).waitFor();
      const added = [
        '--email',
        'Zane@office.example',
        '--name',
        'Zane Kļava',
        '--role',
        'clerk',
        '--url',
        'https://portal.example.lv',
      ];
      const { pathname, hash } = new URL((await site.cli('staff', 'add', ...added)).trim());
      await page.goto(`${site.url}${pathname}${hash}`);
      await page.getByLabel(words.choose).fill('wet leaves in autumn');
      await page.getByRole('button', { name: words.save }).click();
      const secret = (await page.locator('authenticator-set-up code').innerText()).replace(/\s/g, '');
      assert.equal(new URL(page.url()).hash, '');
      await code(codeOf(secret));
      await page
        .getByText(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/)
        .first()
        .waitFor();
      await page.getByRole('button', { name: words.kept }).click();
      await page.getByText('Zane Kļava').first().waitFor();
      assert.equal(await page.locator('nav a[href="/office/staff"]').count(), 0);
      assert.match(await site.cli('staff', 'list'), /^active\tclerk\tzane@office\.example\tZane Kļava$/m);
    });
  });
}
