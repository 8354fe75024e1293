import { v7 } from 'uuid';
import { nameHolders } from '../../../server/accounts/word-queries.ts';
import type { Message } from '../../../shared/conversation.ts';
import type { OperationBodies, SealedOperation } from '../../../shared/operation.ts';
import { addAccount, addUser, type TestAccount } from '../../support/household.ts';
import { TestDevice } from '../../support/test-device.ts';
import type { TestServer } from '../../support/test-server.ts';

/** Somebody with an account and a device who writes to the office. */
export interface Writer {
  account: TestAccount;
  device: TestDevice;
  user: string;
  /** A message to be pushed; without a conversation it begins one. */
  message(change?: Partial<OperationBodies['message-written']>): SealedOperation;
  /** What this device has pulled since it was asked last. */
  pulled(): Promise<Message[]>;
}

let households = 0;

export async function writer(server: TestServer, name: string): Promise<Writer> {
  const number = `W${String(++households).padStart(5, '0')}`;
  const account = await addAccount(server.services, { number, holder: `${name} Ozols` });
  // As an import would have it, so that the office finds the account by its holder.
  await server.services.db.write((tx) => nameHolders(tx, [{ id: account.id, holder: `${name} Ozols` }]));
  const email = `${v7()}@example.lv`;
  const user = await addUser(server.services, { name, accounts: [account], email });
  const device = await new TestDevice(server).signIn(user, email);
  return {
    account,
    device,
    user: user.id,
    message: (change = {}) =>
      device.operation('message-written', account.id, {
        conversation: null,
        topic: change.conversation ? null : 'bill',
        text: 'Why is it more than in May?',
        photos: [],
        ...change,
      }),
    async pulled() {
      return (await device.pull()).flatMap(({ changes }) => changes.messages);
    },
  };
}
