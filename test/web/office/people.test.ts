import { expect } from 'chai';
import { html, type TemplateResult } from 'lit';
import type { Language } from '../../../shared/company.ts';
import type { ApplicationCheck, PersonRow } from '../../../shared/people.ts';
import type { StaffRole } from '../../../shared/staff.ts';
import '../../../web/office/screens/people.ts';
import '../../../web/office/screens/people-application.ts';
import '../../../web/office/screens/people-letters.ts';
import { type Stage, type as typeInto } from '../support/mount.ts';
import { type ApiAnswers, refused, type TestOffice } from '../support/office.ts';
import { openOffice } from '../support/office-stage.ts';

const row: PersonRow = {
  id: 'u-1',
  name: 'Anna Bērziņa',
  email: 'anna@example.lv',
  state: 'invited',
  createdAt: '2026-10-01T08:00:00Z',
  accounts: ['1001', '1002', '1003'],
  moreAccounts: 2,
};

describe('people in the office', () => {
  let stage: Stage;
  let office: TestOffice;
  afterEach(() => stage.close());

  async function open(
    template: TemplateResult,
    answers: ApiAnswers,
    options: { role?: StaffRole; language?: Language } = {},
  ): Promise<void> {
    ({ stage, office } = await openOffice(template, answers, {
      areas: ['office-people', 'office-support'],
      ...options,
    }));
  }

  describe('the list', () => {
    it('says that nobody was found, and what failed', async () => {
      await open(html`<office-people></office-people>`, {
        'people.list': ({ search }: { search: string }) => {
          if (search === 'x') return { rows: [], next: null };
          throw refused({ code: 'forbidden' });
        },
      });
      await stage.appears('[role=alert]');
      typeInto(stage.find<HTMLInputElement>('input'), 'x');
      await stage.shows('Nobody is found by “x”.');
      expect(await stage.complaints()).to.deep.equal([]);
    });

    it('shows who was found; Enter opens the only one', async () => {
      await open(html`<office-people></office-people>`, { 'people.list': () => ({ rows: [row], next: null }) });
      await stage.shows('1001, 1002, 1003 +2');
      await stage.shows('no password yet');
      typeInto(stage.find<HTMLInputElement>('input'), 'anna');
      await stage.shows('1 person');
      stage.find<HTMLFormElement>('form').requestSubmit();
      await stage.settled();
      await new Promise((resolve) => requestAnimationFrame(resolve));
      expect(office.navigated).to.deep.equal(['/office/people/u-1']);
    });

    it('goes on page by page', async () => {
      await open(html`<office-people></office-people>`, {
        'people.list': ({ after }: { after: string | null }) =>
          after === null
            ? { rows: [row], next: 'there' }
            : { rows: [{ ...row, id: 'u-9', name: 'Zane Last' }], next: null },
      });
      await stage.shows('Show more');
      stage.button('Show more').click();
      await stage.shows('Zane Last');
      expect(stage.all('li')).to.have.length(2);
    });
  });

  describe('an application on paper', () => {
    const check: ApplicationCheck = {
      accounts: [
        {
          number: '1001',
          found: {
            id: 'a-1',
            holder: 'Anna Bērziņa',
            address: 'Rīgas iela 1-2',
            sameHolder: false,
            sameAddress: null,
            users: [{ id: 'u-2', name: 'Juris' }],
          },
        },
      ],
      emailOf: null,
    };

    it('is compared first; what does not fit is said, and only then a user is made', async () => {
      const sent: unknown[] = [];
      await open(html`<office-application></office-application>`, {
        'people.checkApplication': () => check,
        'people.create': (input: unknown) => {
          sent.push(input);
          return { user: 'u-7' };
        },
      });
      const form = stage.find<HTMLFormElement>('form');
      form.requestSubmit();
      await stage.shows('Please type the account number.');
      typeInto(stage.find<HTMLInputElement>('#accounts'), '1001');
      typeInto(stage.find<HTMLInputElement>('#name'), 'Anna');
      form.requestSubmit();
      await stage.shows('Another name: the holder is Anna Bērziņa');
      await stage.shows('Not everything fits.');
      expect(await stage.complaints()).to.deep.equal([]);
      stage.button('Make the user, then print a letter').click();
      await stage.settled();
      await new Promise((resolve) => requestAnimationFrame(resolve));
      expect(sent).to.deep.equal([{ accounts: ['1001'], name: 'Anna', email: null, language: 'lv', by: 'letter' }]);
      // Where the letter is asked about at once.
      expect(office.navigated).to.deep.equal(['/office/people/u-7/letter']);
    });

    it('makes nobody of an account that is not there, or with an address that is taken', async () => {
      await open(html`<office-application></office-application>`, {
        'people.checkApplication': (): ApplicationCheck => ({
          accounts: [{ number: '404', found: null }],
          emailOf: { id: 'u-2', name: 'Juris' },
        }),
      });
      typeInto(stage.find<HTMLInputElement>('#accounts'), '404');
      typeInto(stage.find<HTMLInputElement>('#name'), 'Anna');
      stage.find<HTMLFormElement>('form').requestSubmit();
      await stage.shows('There is no account 404.');
      await stage.shows('This e-mail belongs to somebody already: Juris');
      expect(stage.all('.card .row button')).to.have.length(0);
    });
  });

  it('letters on paper that nobody used are listed with who wrote them', async () => {
    await open(html`<office-people-letters></office-people-letters>`, {
      'people.letters': () => ({
        rows: [
          {
            id: 'l-1',
            user: { id: 'u-1', name: 'Anna Bērziņa' },
            writtenAt: '2026-11-20T08:00:00Z',
            validUntil: '2026-12-05T22:00:00Z',
            by: { kind: 'office', name: 'Dace Liepa' },
          },
        ],
        next: null,
      }),
    });
    await stage.shows('Dace Liepa');
    expect(await stage.complaints()).to.deep.equal([]);
  });
});
