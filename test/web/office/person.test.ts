import { expect } from 'chai';
import { html, type TemplateResult } from 'lit';
import type { Language } from '../../../shared/company.ts';
import type { DeletionPreview, MergePreview, Person, PersonRow } from '../../../shared/people.ts';
import type { StaffRole } from '../../../shared/staff.ts';
import '../../../web/office/screens/person.ts';
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

const person: Person = {
  id: 'u-1',
  name: 'Anna Bērziņa',
  email: 'anna@example.lv',
  phone: null,
  language: 'lv',
  state: 'active',
  mergedInto: null,
  createdAt: '2026-10-01T08:00:00Z',
  accounts: [
    {
      id: 'a-1',
      number: '1001',
      holder: 'Anna Bērziņa',
      address: 'Rīgas iela 1-2',
      since: '2026-10-01T08:00:00Z',
      by: { kind: 'self' },
      others: [{ id: 'u-2', name: 'Juris' }],
    },
  ],
  devices: [
    {
      id: 'd'.repeat(64),
      userAgent: 'Mozilla/5.0 (Android) Chrome/120',
      since: '2026-10-01T08:00:00Z',
      seenAt: '2026-11-27T08:00:00Z',
    },
    { id: 'e'.repeat(64), userAgent: '', since: '2026-10-01T08:00:00Z', seenAt: '2026-11-20T08:00:00Z' },
  ],
  passkeys: 1,
  mails: [{ id: 'm-1', kind: 'a-new-kind', state: 'failed', createdAt: '2026-11-27T08:00:00Z', endedAt: null }],
  letters: [],
  conversations: [],
};

describe('a person in the office', () => {
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

  describe('the person', () => {
    it('is said not to be there', async () => {
      await open(html`<office-person person="u-1"></office-person>`, {
        'people.open': () => {
          throw refused({ code: 'not_found' });
        },
      });
      await stage.appears('[role=alert]');
    });

    for (const language of ['en', 'lv', 'ru'] as const) {
      it(`is shown without complaints in ${language}`, async () => {
        await open(html`<office-person person="u-1"></office-person>`, { 'people.open': () => person }, { language });
        await stage.shows('Rīgas iela 1-2');
        expect(stage.text).to.include('Chrome, Android');
        expect(await stage.complaints()).to.deep.equal([]);
      });
    }

    it('shows conversations with how they stand', async () => {
      const talk = {
        id: 'c-1',
        topic: 'bill' as const,
        state: 'open' as const,
        account: 'a-1',
        accountNumber: '0123456',
        changedAt: '2026-11-27T08:00:00Z',
      };
      await open(html`<office-person person="u-1"></office-person>`, {
        'people.open': () => ({ ...person, conversations: [talk] }),
      });
      await stage.shows('Bill Waits for an answer, account 0123456, ');
      expect(stage.find('a[href="/office/support/c-1"]').textContent).to.equal('Bill');
    });

    it('offers a clerk what a clerk may do', async () => {
      await open(
        html`<office-person person="u-1"></office-person>`,
        { 'people.open': () => person },
        { role: 'clerk' },
      );
      await stage.shows('Print a letter');
      for (const closed of ['Change the e-mail', 'Merge with', 'Data of the person', 'Delete on request']) {
        expect(stage.text).not.to.include(closed);
      }
    });

    it('of a deleted user offers nothing', async () => {
      const gone = { ...person, state: 'deleted' as const, email: null, accounts: [], devices: [] };
      await open(html`<office-person person="u-1"></office-person>`, { 'people.open': () => gone });
      await stage.shows('deleted on request');
      expect(stage.all('button')).to.have.length(0);
    });

    it('is asked about before an account is unlinked, and shown anew when somebody was faster', async () => {
      let reads = 0;
      await open(html`<office-person person="u-1"></office-person>`, {
        'people.open': () => {
          reads++;
          return person;
        },
        'people.unlink': () => {
          throw refused({ code: 'changed_meanwhile' });
        },
      });
      await stage.shows('Unlink');
      stage.find('button[aria-label="Unlink account 1001"]').click();
      await stage.shows('will no longer see account 1001');
      expect(await stage.complaints()).to.deep.equal([]);
      stage.find('.answers button.primary').click();
      await stage.shows('Somebody else has changed this meanwhile');
      expect(stage.all('person-act')).to.have.length(0);
      expect(reads).to.equal(2);
    });

    it('keeps what was typed when an account is refused', async () => {
      await open(html`<office-person person="u-1"></office-person>`, {
        'people.open': () => person,
        'people.link': () => {
          throw refused({ code: 'bad_input', path: 'account' });
        },
      });
      await stage.shows('Link an account');
      stage.button('Link an account').click();
      await stage.appears('#account');
      typeInto(stage.find<HTMLInputElement>('#account'), '404');
      stage.find<HTMLFormElement>('form.inside').requestSubmit();
      await stage.shows('There is no account of this number.');
      expect(stage.find<HTMLInputElement>('#account').value).to.equal('404');
    });

    it('gets a letter that is opened in a page of its own', async () => {
      await open(html`<office-person person="u-1"></office-person>`, {
        'people.open': () => person,
        'people.printLetter': () => ({ ticket: 'a-ticket' }),
      });
      await stage.shows('Print a letter');
      stage.button('Print a letter').click();
      await stage.appears('person-act');
      stage.button('Write the letter').click();
      await stage.shows('It opens once');
      const link = stage.button('Open the letter') as HTMLAnchorElement;
      expect(link.getAttribute('href')).to.equal('/office/letters?ticket=a-ticket');
      expect(link.target).to.equal('_blank');
    });

    it('is deleted only with the name typed, after saying what goes and what stays', async () => {
      const preview: DeletionPreview = {
        seal: 's',
        person: { id: 'u-1', name: person.name, email: person.email, accounts: ['1001'], createdAt: person.createdAt },
        replacement: 'deleted user 12345678',
        gone: {
          devices: 2,
          passkeys: 1,
          links: 0,
          mails: 3,
          messages: 1,
          photos: 0,
          conversations: 1,
          texts: 1,
          slips: 2,
          accounts: 1,
        },
        stays: { operations: 5, readings: 4, payments: 0, audit: 9 },
      };
      const sent: unknown[] = [];
      await open(html`<office-person person="u-1"></office-person>`, {
        'people.open': () => person,
        'people.previewDeletion': () => preview,
        'people.remove': (input: unknown) => {
          sent.push(input);
          return {};
        },
      });
      await stage.shows('Delete on request');
      stage.button('Delete on request').click();
      await stage.shows('4 readings handed in and the record of what devices sent (numbers and times): 5 years');
      expect(stage.text).to.include('deleted user u-1');
      expect(await stage.complaints()).to.deep.equal([]);
      const form = stage.find<HTMLFormElement>('form.inside');
      typeInto(stage.find<HTMLInputElement>('#typed'), 'Anna');
      form.requestSubmit();
      await stage.shows('That is not the name as it stands here.');
      expect(sent).to.deep.equal([]);
      typeInto(stage.find<HTMLInputElement>('#typed'), ' Bērziņa');
      form.requestSubmit();
      await stage.shows('The person is deleted.');
      expect(sent).to.deep.equal([{ user: 'u-1', typed: 'Anna Bērziņa', seal: 's' }]);
    });

    it('is merged with another one who was found, whichever of the two stays', async () => {
      const brief = { name: 'Anna Bērziņa', email: null, accounts: ['1001'], createdAt: person.createdAt };
      const preview: MergePreview = {
        seal: 's',
        stays: { ...brief, id: 'u-1' },
        goes: { ...brief, id: 'u-9', name: 'A. Bērziņa' },
        gains: ['2002'],
        shared: [],
        takes: ['phone'],
        devices: 1,
        passkeys: 0,
        links: 0,
        messages: 2,
        payments: 0,
        operations: 3,
      };
      const sent: unknown[] = [];
      let answerSecond = () => {};
      const asked = new Promise<void>((resolve) => {
        answerSecond = resolve;
      });
      await open(html`<office-person person="u-1"></office-person>`, {
        'people.open': () => person,
        'people.list': () => ({ rows: [row, { ...row, id: 'u-9', name: 'A. Bērziņa' }], next: null }),
        'people.previewMerge': ({ stays }: { stays: string }) =>
          stays === 'u-1' ? preview : asked.then(() => ({ ...preview, stays: preview.goes, goes: preview.stays })),
        'people.merge': (input: unknown) => {
          sent.push(input);
          return {};
        },
      });
      await stage.shows('Merge with another registration');
      stage.button('Merge with another registration').click();
      await stage.appears('input[type=search]');
      typeInto(stage.find<HTMLInputElement>('input[type=search]'), 'berzina');
      await stage.appears('.others button');
      expect(stage.all('.others button')).to.have.length(1);
      stage.find('.others button').click();
      await stage.shows('These accounts come over: 2002');
      expect(await stage.complaints()).to.deep.equal([]);
      stage.all<HTMLInputElement>('input[type=radio]')[1]?.click();
      await stage.settled();
      // Not in the direction of before, while it is still asked what the other one would do.
      stage.button('Merge').click();
      expect(sent).to.deep.equal([]);
      answerSecond();
      await stage.appears('.answers button.primary[aria-disabled=false]');
      stage.button('Merge').click();
      await stage.shows('The registrations are merged');
      expect(sent).to.deep.equal([{ stays: 'u-9', goes: 'u-1', seal: 's' }]);
      expect(office.navigated).to.deep.equal(['/office/people/u-9']);
    });
  });
});
