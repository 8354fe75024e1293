import { v7 } from 'uuid';
import { toInstant } from '../../shared/instant.ts';
import type { BeginPaymentInput } from '../../shared/payment-forms.ts';
import { raiseHeads } from '../accounts/queries.ts';
import { accountById, userById } from '../accounts/user-queries.ts';
import { appendAudit } from '../audit/append.ts';
import type { Resident, Services } from '../context.ts';
import type { Row, Writer } from '../db/tables.ts';
import { ProblemError } from '../errors.ts';
import { lockAccount } from '../sync/queries.ts';
import { readWords } from '../words.ts';
import { movePayment } from './move-payment.ts';
import { type PaymentOrder, type PaymentProvider, ProviderFault } from './provider.ts';
import { insertOnlinePayment, setProviderId, statementNumber } from './queries.ts';
import { newReference } from './reference.ts';

const words = readWords('payments/words');

/**
 * Begins a payment with the provider and answers where the resident goes to pay. The payment is in the table before the
 * provider knows of it, so that no event ever finds none; the provider is asked outside of every transaction. Throws
 * `payment_off`, `not_found` for an account or a bill that is not the resident's, `too_many`, `bad_input` for a language that
 * the company does not speak or an amount that the provider does not take, and `payment_unavailable`.
 */
export async function beginPayment(
  services: Services,
  resident: Resident,
  input: BeginPaymentInput,
): Promise<{ url: string }> {
  const { payments: provider, company, db, limits, log } = services;
  if (!provider) throw new ProblemError({ code: 'payment_off' });
  if (!company.languages.includes(input.language)) throw new ProblemError({ code: 'bad_input', path: 'language' });
  await limits.consume('payment-user', resident.id);
  const { payment, order } = await db.write((tx) => enterPayment(tx, services, provider, { resident, input }));
  let begun: Awaited<ReturnType<PaymentProvider['begin']>>;
  try {
    begun = await provider.begin(order);
  } catch (error) {
    await giveUp(services, payment);
    if (!(error instanceof ProviderFault)) throw error;
    log.warn({ provider: provider.name, payment: payment.id, ...error.detail }, 'a payment could not be begun');
    throw new ProblemError(
      error.why === 'amount' ? { code: 'bad_input', path: 'amount' } : { code: 'payment_unavailable' },
    );
  }
  await db.write((tx) => setProviderId(tx, payment.id, begun.providerId));
  return { url: begun.url };
}

async function enterPayment(
  tx: Writer,
  { clock, company, baseUrl }: Services,
  { name: provider }: PaymentProvider,
  { resident: { id: user }, input }: { resident: Resident; input: BeginPaymentInput },
): Promise<{ payment: Row<'online_payments'>; order: PaymentOrder }> {
  const { account, statement, amount, language } = input;
  const [locked] = await lockAccount(tx, { account, user });
  const number = (await accountById(tx, account))?.number;
  if (!locked || number === undefined) throw new ProblemError({ code: 'not_found' });
  const bill = statement === null ? null : await statementNumber(tx, account, statement);
  if (bill === undefined) throw new ProblemError({ code: 'not_found' });
  const at = toInstant(clock.now());
  const { currency } = company;
  const payment: Row<'online_payments'> = {
    id: v7(),
    account_id: account,
    version: locked.head + 1,
    user_id: user,
    statement_id: statement,
    amount,
    refunded: 0,
    currency,
    reference: newReference(),
    provider,
    provider_id: null,
    state: 'begun',
    fault: null,
    started_at: at,
    changed_at: at,
  };
  await raiseHeads(tx, new Map([[account, 1]]));
  await insertOnlinePayment(tx, payment);
  const detail = { account, statement, amount, currency };
  await appendAudit(tx, { at, actor: user, action: 'payment-begun', subject: payment.id, detail });
  const say = words[language];
  const order: PaymentOrder = {
    id: payment.id,
    reference: payment.reference,
    amount,
    currency,
    description: unmarked(bill === null ? say('payment-account', { number }) : say('payment-bill', { bill, number })),
    email: (await userById(tx, user))?.email ?? null,
    returnUrl: `${baseUrl()}/debt`,
    cancelUrl: `${baseUrl()}/pay`,
    language,
  };
  return { payment, order };
}

/** Without the marks by which Fluent keeps directions of writing apart: the text goes on to systems that may show them. */
const unmarked = (text: string): string => text.replaceAll(/[\u2068\u2069]/g, '');

/** The resident has no way to pay it. Should the provider have begun it after all, its own word counts. */
function giveUp({ db, clock }: Services, payment: Row<'online_payments'>): Promise<void> {
  const at = toInstant(clock.now());
  return db.write((tx) => movePayment(tx, payment, { kind: 'failed' }, { at, actor: payment.user_id, event: null }));
}
