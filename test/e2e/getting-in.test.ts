import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { type Browsing, newPhone, type Phone } from '../support/chromium-profile.ts';
import { type DemoSite, openDemoSite } from '../support/demo-site.ts';
import { linkIn, type MailServer, startMailServer } from '../support/mail-server.ts';

/** One company's way in, as its residents read it. `another` is an account that the new resident adds afterwards. */
const companies = [
  {
    company: 'ddzksu',
    now: '2026-11-28T12:00:00+02:00',
    language: 'lv-LV',
    form: { 'Klienta kods': '60184', 'Klienta vārds un uzvārds': 'ilze  BALODE', 'E-pasts': 'ilze@example.lv' },
    email: 'ilze@example.lv',
    another: { 'Klienta kods': '10427', 'Klienta vārds un uzvārds': 'Anna Bērziņa' },
    told: 'anna.berzina@example.com',
    words: {
      register: 'Reģistrēties',
      send: 'Nosūtīt saiti',
      look: 'Ieskatieties savā e-pastā',
      password: 'Jaunā parole',
      save: 'Saglabāt un pieslēgties',
      name: 'Klienta kods vai e-pasts',
      present: 'Parole',
      signIn: 'Pieslēgties',
      linked: 'Jūsu telpas ir pievienojusi vēl viena persona',
      forgot: 'Aizmirsāt paroli?',
      email: 'E-pasts',
      add: 'Pievienot telpas',
      show: 'Parādīt',
      end: 'Beigt darbu',
    },
  },
  {
    company: 'dgservic',
    now: '2026-11-20T12:00:00+03:00',
    language: 'ru-RU',
    form: {
      ФИО: 'соловьева н.м.',
      'Номер лицевого счёта': '704-19',
      Телефон: '8 (495) 780-70-83',
      'Электронная почта': 'solo@example.ru',
    },
    email: 'solo@example.ru',
    another: { ФИО: 'ВОЛКОВ Д. С.', 'Номер лицевого счёта': '703-02' },
    told: 'volkov@example.com',
    words: {
      register: 'Зарегистрироваться',
      send: 'Прислать ссылку',
      look: 'Загляните в свою почту',
      password: 'Новый пароль',
      save: 'Сохранить и войти',
      name: 'Номер лицевого счёта или эл. почта',
      present: 'Пароль',
      signIn: 'Войти',
      linked: 'Ваше помещение добавил другой человек',
      forgot: 'Забыли пароль?',
      email: 'Электронная почта',
      add: 'Добавить помещение',
      show: 'Показать',
      end: 'Выйти',
    },
  },
] as const;

for (const { company, now, language, form, email, another, told, words } of companies) {
  describe(`a new resident of ${company}`, () => {
    let mail: MailServer;
    let site: DemoSite;
    let browsing: Browsing;
    let tablet: Phone;
    let elsewhere: Browsing;
    let page: Page;

    before(async () => {
      mail = await startMailServer();
      process.env.METERBOOK_SMTP = mail.url;
      site = await openDemoSite({ company, now, language });
      browsing = await site.phone.open();
      page = browsing.page;
      tablet = await newPhone({ language });
      elsewhere = await tablet.open();
    });

    after(async () => {
      await elsewhere?.kill();
      await tablet?.discard();
      await browsing?.kill();
      await site?.close();
      await mail?.close();
    });

    /** The demo's office writes letters of its own meanwhile. */
    const lettersToNewResident = () => mail.received.filter(({ to }) => to.includes(email)).length;
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    const fill = async (fields: Record<string, string>) => {
      for (const [label, text] of Object.entries(fields)) await page.getByLabel(label, { exact: true }).fill(text);
    };
    /** Opens the link of the nth letter to the new resident, and sets a password there. */
    async function setPassword(nth: number, password: string): Promise<void> {
      const letter = await mail.letterTo(email, nth);
      await page.goto(`${site.url}${linkIn(letter).path}#${linkIn(letter).token}`);
      await fill({ [words.password]: password });
      await button(words.save).click();
      await page.locator('meter-card').first().waitFor();
    }

    it('asks for a link with what stands on the receipt, and is told to look into the mail', async () => {
      await page.goto(site.url);
      await page.getByRole('link', { name: words.register }).click();
      await fill(form);
      await button(words.send).click();
      await page.getByRole('heading', { name: words.look }).waitFor();
    });

    it('opens the link of the letter, sets a password and is in', async () => {
      await setPassword(1, 'first good password');
      assert.equal(new URL(page.url()).hash, '');
      assert.equal(lettersToNewResident(), 1);
    });

    it('signs in on a second device with e-mail and password', async () => {
      const other = elsewhere.page;
      await other.goto(site.url);
      await other.getByLabel(words.name).fill(email);
      await other.getByLabel(words.present, { exact: true }).fill('first good password');
      await other.getByRole('button', { name: words.signIn, exact: true }).click();
      await other.locator('meter-card').first().waitFor();
    });

    it('adds another account by the same proof, and whoever had it before is told', async () => {
      await page.goto(`${site.url}/account/premises`);
      await fill(another);
      await button(words.add).click();
      await button(words.show).click();
      await page.locator('meter-card').first().waitFor();
      const [row] = site.query(
        'select count(*) as accounts from user_accounts join users on users.id = user_id where email = ?',
        email,
      );
      assert.equal(row?.accounts, 2);
      const { headers } = await mail.letterTo(told, 1);
      assert.equal(headers.get('subject'), words.linked);
    });

    it('ends the second device from the first, which is out at its next request', async () => {
      await page.goto(`${site.url}/account/devices`);
      await button(words.end).click();
      await page.locator('mb-dialog').getByRole('button', { name: words.end, exact: true }).click();
      await page.locator('mb-dialog').waitFor({ state: 'detached' });
      const other = elsewhere.page;
      const answer = other.waitForResponse((one) => one.url().includes('/trpc/sync.'));
      await other.reload();
      assert.equal((await answer).status(), 401);
      // What it holds stays readable (sync.md), and it says what to do.
      await other.locator('meter-card').first().waitFor();
      await other.getByRole('link', { name: words.signIn }).first().waitFor();
    });

    it('forgets the password, asks for a new one by e-mail and is in again', async () => {
      const before = lettersToNewResident();
      await browsing.context.clearCookies();
      await page.goto(`${site.url}/forgot-password`);
      await fill({ [words.email]: email });
      await button(words.send).click();
      await page.getByRole('heading', { name: words.look }).waitFor();
      await setPassword(before + 1, 'second good password');
      // The owner is told of the new password, and the first link is used up.
      await mail.letterTo(email, before + 2);
    });
  });
}
