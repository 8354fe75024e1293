import Koa from 'koa';
import type { PublicCompany } from '../shared/company.ts';
import type { Services } from './context.ts';
import { auditFile } from './http/audit-file.ts';
import { batchFiles } from './http/batch-files.ts';
import { trustedProxy } from './http/client-address.ts';
import { companyFiles } from './http/company-files.ts';
import { compressLong } from './http/compress-long.ts';
import { documents } from './http/documents.ts';
import { exchangeApi } from './http/exchange-api.ts';
import { health } from './http/health.ts';
import { kioskEndpoint } from './http/kiosk.ts';
import { lastAnswers } from './http/last-answers.ts';
import { lastResort } from './http/last-resort.ts';
import { mailboxPage } from './http/mailbox-page.ts';
import { originForm } from './http/origin-form.ts';
import { paymentWebhook } from './http/payment-webhook.ts';
import { peopleFiles } from './http/people-files.ts';
import { photos } from './http/photos.ts';
import { progressFiles } from './http/progress-files.ts';
import { requestLog } from './http/request-log.ts';
import { securityHeaders } from './http/security-headers.ts';
import { staticFiles } from './http/static-files.ts';
import { trpcEndpoint } from './http/trpc-endpoint.ts';
import { uploads } from './http/uploads.ts';
import { kioskRouter } from './kiosk-router.ts';
import type { Mailbox } from './mail/mailbox.ts';
import { officeRouter } from './office-router.ts';
import { appRouter } from './router.ts';

export interface AppOptions {
  services: Services;
  /** Whose letters everybody may read at `/mailbox`; null: there is no such page. */
  mailbox: Mailbox | null;
  company: PublicCompany;
  /** The folder of the built web app. */
  webFolder: string;
  /** The folder of the built office, which residents never download. */
  officeFolder: string;
  /** The folder of the built kiosk, likewise. */
  kioskFolder: string;
  https: boolean;
  behindProxy: boolean;
  stopping: () => boolean;
}

/** The server's middleware, in the order in which a request meets it. */
export function createApp({
  services,
  mailbox,
  company,
  webFolder,
  officeFolder,
  kioskFolder,
  https,
  behindProxy,
  stopping,
}: AppOptions): Koa {
  const { db, log } = services;
  const app = new Koa(trustedProxy(behindProxy));
  // What breaks after the answer has begun (a client that goes away in the middle of a file) ends up here.
  app.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') log.warn({ err: error }, 'answer broke off');
  });
  app.use(requestLog(log));
  app.use(lastResort(log));
  app.use(lastAnswers({ stopping }));
  app.use(securityHeaders({ https }));
  app.use(originForm());
  app.use(health({ db, log, stopping }));
  app.use(compressLong());
  app.use(trpcEndpoint(services, { path: '/trpc', router: appRouter }));
  app.use(trpcEndpoint(services, { path: '/office/trpc', router: officeRouter }));
  app.use(trpcEndpoint(services, { path: '/kiosk/trpc', router: kioskRouter }));
  app.use(uploads(services));
  app.use(exchangeApi(services));
  app.use(batchFiles(services));
  app.use(paymentWebhook(services));
  app.use(documents(services));
  app.use(photos(services));
  app.use(peopleFiles(services));
  app.use(progressFiles(services));
  app.use(auditFile(services));
  app.use(kioskEndpoint(services));
  if (mailbox) app.use(mailboxPage(mailbox));
  app.use(companyFiles(company, webFolder));
  app.use(staticFiles(officeFolder, { under: '/office' }));
  app.use(staticFiles(kioskFolder, { under: '/kiosk', page: 'forgotten' }));
  app.use(staticFiles(webFolder));
  return app;
}
