import assert from 'node:assert/strict';
import { pairingTokens } from '../../server/kiosks/pairing-tokens.ts';
import type { Problem } from '../../shared/problem.ts';
import { protocol } from '../../shared/protocol.ts';
import { Authenticator } from './authenticator.ts';
import { addStatement } from './bills.ts';
import { intentsOf } from './mail-intents.ts';
import {
  type call,
  deviceId,
  differences,
  kioskCode,
  linkTo,
  metNumber,
  properInputs,
  rowsOf,
  type TestResident,
} from './residents.ts';
import { TestDevice } from './test-device.ts';
import type { TestServer } from './test-server.ts';

/** Anna lives here and Ivan lives there; nothing of hers is for him. */
export interface Scene {
  server: TestServer;
  anna: TestResident;
  ivan: TestResident;
  /** Ivan calls the procedure. */
  asIvan(input?: unknown): ReturnType<typeof call>;
  /** Nobody who is signed in calls it. */
  asNobody(input?: unknown): ReturnType<typeof call>;
}

interface Try {
  /** Left out where only residents may call: then nobody else gets anything but `signed_out`. */
  nobody?: (scene: Scene) => Promise<void>;
  /** Another resident reaches for what is Anna's. */
  another: (scene: Scene) => Promise<void>;
  /** In `another` she first gets what Ivan then reaches for, so that what it does with hers is looked at in there. */
  addsForHer?: true;
}

const unknownLink: Problem = { code: 'link_unknown' };
const made = 'A'.repeat(43);

/** The call was answered with this problem and no other; null where it was answered well. */
export async function answers(answer: ReturnType<typeof call>, problem: Problem | null): Promise<void> {
  assert.deepEqual((await answer).problem, problem);
}

async function knowsNothingOf(
  { user, email, accounts, meter, passkey }: TestResident,
  answer: ReturnType<typeof call>,
) {
  const { text, problem } = await answer;
  assert.equal(problem, null, text);
  for (const secret of [
    user.id,
    email,
    meter.id,
    passkey.id,
    ...accounts.flatMap(({ id, number }) => [id, `"${number}"`]),
  ]) {
    assert.ok(!text.includes(secret), `${secret} in ${text}`);
  }
}

/** How strangers try each procedure. Anna must have everything as before: that is looked at after each of them. */
export const tries: Readonly<Record<string, Try>> = {
  'auth.signIn': {
    async nobody({ anna, asNobody }) {
      await answers(asNobody({ name: anna.email, password: 'a guess' }), { code: 'sign_in_failed' });
    },
    async another({ anna, ivan, asIvan }) {
      const { password } = ivan.user;
      await answers(asIvan({ name: anna.email, password }), { code: 'sign_in_failed' });
      await answers(asIvan({ name: anna.accounts[0].number, password }), { code: 'sign_in_failed' });
    },
  },
  'auth.passkeyOptions': {
    nobody: ({ anna, asNobody }) => knowsNothingOf(anna, asNobody()),
    another: ({ anna, asIvan }) => knowsNothingOf(anna, asIvan()),
  },
  'auth.signInWithPasskey': {
    async nobody({ server, anna, asNobody }) {
      const { options } = await new TestDevice(server).client.auth.passkeyOptions.mutate();
      const stranger = new Authenticator(server.services.baseUrl());
      const userHandle = Buffer.from(anna.user.id).toString('base64url');
      const response = stranger.get(options, { credentialId: anna.passkey.id, userHandle });
      await answers(asNobody({ response }), { code: 'passkey_refused' });
    },
    async another({ server, anna, ivan, asIvan }) {
      const userHandle = Buffer.from(anna.user.id).toString('base64url');
      for (const wrong of [
        { userHandle },
        { credentialId: anna.passkey.id },
        { credentialId: anna.passkey.id, userHandle },
      ]) {
        const { options } = await new TestDevice(server).client.auth.passkeyOptions.mutate();
        await answers(asIvan({ response: ivan.passkey.get(options, wrong) }), { code: 'passkey_refused' });
      }
    },
  },
  'auth.signOut': {
    async another({ anna, asIvan }) {
      await answers(asIvan({ id: anna.user.id }), null);
    },
  },
  'sync.push': {
    async another({ server, anna, ivan, asIvan }) {
      const input = await properInputs['sync.push']?.(server, anna);
      await answers(asIvan(input), { code: 'other_user' });
      const { device } = ivan;
      const reading = { period: '2026-11', values: { B: 5 } } as const;
      const results = await device.push(
        device.reading(anna.meter, reading),
        device.reading({ ...anna.meter, account: ivan.accounts[0].id }, reading),
        device.reading({ ...ivan.meter, account: anna.accounts[0].id }, reading),
        device.withdrawal({ id: anna.reading, account: anna.accounts[0].id }),
        device.withdrawal({ id: anna.reading, account: ivan.accounts[0].id }),
        device.operation('reading-withdrawn', anna.accounts[0].id, { reading: anna.reading }, { user: anna.user.id }),
      );
      assert.deepEqual(new Set(results.map(({ outcome }) => outcome)), new Set(['rejected']));
      const codes = results.map(({ problems }) => problems[0]?.code);
      assert.deepEqual(codes, [
        'account_unknown',
        'meter_unknown',
        'account_unknown',
        'account_unknown',
        'reading_unknown',
        'other_user',
      ]);
    },
  },
  'sync.pull': {
    async another({ server, anna, ivan, asIvan }) {
      await answers(asIvan({ protocol, user: anna.user.id, cursors: {} }), { code: 'other_user' });
      const cursors = { [anna.accounts[0].id]: { epoch: server.services.epoch, version: 0 } };
      const { data } = await asIvan({ protocol, user: ivan.user.id, cursors });
      const { accounts, revoked } = data as { accounts: { account: string }[]; revoked: string[] };
      assert.deepEqual(revoked, [anna.accounts[0].id]);
      assert.deepEqual(accounts.map(({ account }) => account).sort(), ivan.accounts.map(({ id }) => id).sort());
    },
  },
  'sync.reconcile': {
    addsForHer: true,
    async another({ anna, ivan, asIvan }) {
      const operation = anna.device.reading(anna.meter, { period: '2026-11', values: { B: 2_000 } });
      await anna.device.push(operation);
      await answers(asIvan({ protocol, user: anna.user.id, ids: [operation.id] }), { code: 'other_user' });
      const { data } = await asIvan({ protocol, user: ivan.user.id, ids: [operation.id] });
      assert.deepEqual((data as { missing: string[] }).missing, [operation.id]);
    },
  },
  'registration.register': {
    async nobody(scene) {
      await registers(scene, scene.asNobody);
    },
    another: (scene) => registers(scene, scene.asIvan),
  },
  'registration.requestPassword': {
    nobody: ({ anna, asNobody }) => knowsNothingOf(anna, asNobody({ email: anna.email, language: 'lv' })),
    another: ({ anna, asIvan }) => knowsNothingOf(anna, asIvan({ email: anna.email, language: 'lv' })),
  },
  'registration.openLink': {
    nobody: ({ asNobody }) => answers(asNobody({ token: made }), unknownLink),
    async another({ server, anna, ivan, asIvan }) {
      await answers(asIvan({ token: anna.user.id }), unknownLink);
      const token = await linkTo(server, { purpose: 'password', user: ivan.user.id });
      await knowsNothingOf(anna, asIvan({ token }));
    },
  },
  'registration.setPassword': {
    nobody: ({ asNobody }) =>
      answers(asNobody({ token: made, password: 'a new password', endOthers: true }), unknownLink),
    async another({ server, anna, ivan, asIvan }) {
      const his = await linkTo(server, { purpose: 'password', user: ivan.user.id });
      await answers(asIvan({ token: his, user: anna.user.id, password: 'a new password', endOthers: true }), {
        code: 'bad_input',
        path: '',
      });
      await knowsNothingOf(anna, asIvan({ token: his, password: 'a new password', endOthers: true }));
    },
  },
  'registration.confirmEmail': {
    nobody: ({ asNobody }) => answers(asNobody({ token: made }), unknownLink),
    async another({ server, anna, ivan, asIvan }) {
      const taken = await linkTo(server, { purpose: 'email', user: ivan.user.id, email: anna.email });
      await answers(asIvan({ token: taken }), { code: 'email_taken' });
    },
  },
  'profile.read': { another: ({ anna, asIvan }) => knowsNothingOf(anna, asIvan({ user: anna.user.id })) },
  'profile.changePassword': {
    async another({ anna, ivan, asIvan }) {
      const change = { password: 'a new password', endOthers: true };
      await answers(asIvan({ ...change, current: anna.user.password }), { code: 'password_wrong' });
      await answers(asIvan({ ...change, current: ivan.user.password, user: anna.user.id }), {
        code: 'bad_input',
        path: '',
      });
      await answers(asIvan({ ...change, current: ivan.user.password }), null);
    },
  },
  'profile.changeEmail': {
    async another({ server, anna, ivan, asIvan }) {
      const email = 'new@example.lv';
      await answers(asIvan({ current: anna.user.password, email }), { code: 'password_wrong' });
      await answers(asIvan({ current: ivan.user.password, email }), null);
      const asked = await intentsOf(server.services, 'email-change');
      assert.ok(asked.length > 0 && asked.every(({ user }) => user !== anna.user.id));
    },
  },
  'profile.changePhone': {
    async another({ anna, ivan, asIvan }) {
      const phone = '+371 2912 3456';
      await answers(asIvan({ current: anna.user.password, phone }), { code: 'password_wrong' });
      await answers(asIvan({ current: ivan.user.password, phone }), null);
    },
  },
  'profile.setLanguage': { another: ({ asIvan }) => answers(asIvan({ language: 'ru' }), null) },
  'profile.endDevice': {
    async another({ server, anna, asIvan }) {
      for (const device of [anna.device, anna.other]) {
        await answers(asIvan({ id: deviceId(server, device) }), { code: 'not_found' });
      }
    },
  },
  'profile.endOtherDevices': {
    async another({ asIvan }) {
      assert.deepEqual((await asIvan()).data, { ended: 1 });
    },
  },
  'accounts.add': {
    async another({ anna, ivan, asIvan }) {
      const [{ number }] = anna.accounts;
      for (const holder of [ivan.holder, 'Anna', `${anna.holder}a`]) {
        await answers(asIvan({ number, holder, proof: null }), { code: 'account_mismatch' });
      }
    },
  },
  'accounts.remove': {
    async another({ anna, asIvan }) {
      for (const { id } of anna.accounts) await answers(asIvan({ account: id }), { code: 'not_found' });
    },
  },
  'accounts.meetKiosk': {
    addsForHer: true,
    async another({ server, anna, asIvan }) {
      const code = await kioskCode(server);
      await anna.device.client.accounts.meetKiosk.mutate({ code });
      await answers(asIvan({ code }), { code: 'link_used' });
      for (const name of Object.values(pairingTokens(code))) await answers(asIvan({ code: name }), unknownLink);
      const another = await kioskCode(server);
      await answers(asIvan({ code: another, user: anna.user.id }), { code: 'bad_input', path: '' });
      await knowsNothingOf(anna, asIvan({ code: another }));
    },
  },
  'accounts.showAtKiosk': {
    addsForHer: true,
    async another({ server, anna, ivan, asIvan }) {
      const code = await kioskCode(server, anna);
      const hers = await rowsOf(server, anna);
      for (const number of [metNumber, null]) await answers(asIvan({ code, number }), { code: 'link_used' });
      assert.deepEqual(differences(hers, await rowsOf(server, anna)), []);
      await anna.device.client.accounts.showAtKiosk.mutate({ code, number: metNumber });
      await answers(asIvan({ code, number: metNumber }), { code: 'link_used' });
      const his = { code: await kioskCode(server, ivan), number: metNumber };
      await answers(asIvan({ ...his, user: anna.user.id }), { code: 'bad_input', path: '' });
      await knowsNothingOf(anna, asIvan(his));
    },
  },
  'accounts.endAtKiosk': {
    addsForHer: true,
    async another({ server, anna, asIvan }) {
      const code = await kioskCode(server, anna, 'chosen');
      const hers = await rowsOf(server, anna);
      await answers(asIvan({ code }), unknownLink);
      assert.deepEqual(differences(hers, await rowsOf(server, anna)), []);
    },
  },
  'passkeys.begin': {
    async another({ anna, ivan, asIvan }) {
      await answers(asIvan({ current: 'not the password of Ivan' }), { code: 'password_wrong' });
      await knowsNothingOf(anna, asIvan({ current: ivan.user.password }));
    },
  },
  'passkeys.finish': {
    async another({ server, anna, asIvan }) {
      const { options } = await anna.device.client.passkeys.begin.mutate({ current: anna.user.password });
      const response = new Authenticator(server.services.baseUrl()).create(options);
      await answers(asIvan({ response }), { code: 'passkey_refused' });
    },
  },
  'passkeys.remove': {
    async another({ anna, asIvan }) {
      await answers(asIvan({ id: anna.passkey.id }), { code: 'not_found' });
    },
  },
  'payments.begin': {
    addsForHer: true,
    async another({ server, anna, ivan, asIvan }) {
      const [account] = anna.accounts;
      const statement = await addStatement(server.services, account, { period: '2026-10' });
      const payment = { amount: 12_34, language: 'lv' };
      const hers = await rowsOf(server, anna);
      await answers(asIvan({ ...payment, account: account.id, statement: null }), { code: 'not_found' });
      await answers(asIvan({ ...payment, account: account.id, statement }), { code: 'not_found' });
      await answers(asIvan({ ...payment, account: ivan.accounts[0].id, statement }), { code: 'not_found' });
      assert.deepEqual(differences(hers, await rowsOf(server, anna)), []);
    },
  },
};

/** Whoever asks, for whatever account: nobody is linked by asking. */
async function registers({ anna }: Scene, ask: Scene['asIvan']): Promise<void> {
  const [{ number }] = anna.accounts;
  const form = { number, holder: anna.holder, proof: null, email: 'stranger@example.lv', phone: null, language: 'lv' };
  await knowsNothingOf(anna, ask(form));
  await knowsNothingOf(anna, ask({ ...form, email: anna.email }));
}
