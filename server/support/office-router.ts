import {
  answerInput,
  assignInput,
  beginInput,
  closeInput,
  conversationInput,
  reopenInput,
  supportListInput,
  supportSearchInput,
} from '../../shared/support-forms.ts';
import { clerk, router } from '../trpc.ts';
import { answerConversation, assignConversation, closeConversation, reopenConversation } from './answer.ts';
import { beginConversation } from './begin-conversation.ts';
import { activeStaff } from './queries.ts';
import { listConversations, openConversation, searchConversations } from './read-inbox.ts';

export const supportOfficeRouter = router({
  list: clerk.input(supportListInput).query(({ ctx, input }) => listConversations(ctx.services, ctx.staff, input)),

  search: clerk.input(supportSearchInput).query(({ ctx, input }) => searchConversations(ctx.services, input.text)),

  /** A clerk opens a conversation, which is noted. */
  open: clerk
    .input(conversationInput)
    .mutation(({ ctx, input }) => openConversation(ctx.services, ctx.staff, input.id)),

  colleagues: clerk.query(({ ctx }) => activeStaff(ctx.services.db.reader)),

  begin: clerk.input(beginInput).mutation(({ ctx, input }) => beginConversation(ctx.services, ctx.staff, input)),

  answer: clerk.input(answerInput).mutation(({ ctx, input }) => answerConversation(ctx.services, ctx.staff, input)),

  assign: clerk.input(assignInput).mutation(({ ctx, input }) => assignConversation(ctx.services, ctx.staff, input)),

  close: clerk.input(closeInput).mutation(({ ctx, input }) => closeConversation(ctx.services, ctx.staff, input)),

  reopen: clerk.input(reopenInput).mutation(({ ctx, input }) => reopenConversation(ctx.services, ctx.staff, input)),
});
