// Every listener of the app, one row each; manifest.test.ts holds this table against manifest.yml.
import type { RegisterListener } from '../context.ts';
import { registerAskActions } from './ask-actions.ts';
import { registerAskCommands } from './ask-commands.ts';
import { registerAskMessages } from './ask-messages.ts';
import { registerAskPrompts } from './ask-prompts.ts';
import { registerBring } from './bring.ts';
import { registerExcel } from './excel.ts';
import { registerFeedback } from './feedback.ts';
import { registerHome } from './home.ts';
import { registerOwners } from './owners.ts';
import { registerRecord } from './record.ts';
import { registerRecordUndo } from './record-undo.ts';
import { registerSearchModal } from './search-modal.ts';
import { registerShare } from './share.ts';
import { registerShortcuts } from './shortcuts.ts';
import { registerSnooze } from './snooze.ts';
import { registerSubscriptions } from './subscriptions.ts';
import { registerWorkflow } from './workflow.ts';

export const listeners: readonly RegisterListener[] = [
  registerAskCommands,
  registerAskMessages,
  registerAskActions,
  registerAskPrompts,
  registerShare,
  registerBring,
  registerExcel,
  registerFeedback,
  registerSubscriptions,
  registerSnooze,
  registerOwners,
  registerRecord,
  registerRecordUndo,
  registerHome,
  registerShortcuts,
  registerSearchModal,
  registerWorkflow,
];
