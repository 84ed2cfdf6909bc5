// Whose a delivery is: the workspace whose installation it came through.
import * as z from 'zod';

/** The workspace of a delivery, as far as its body tells. */
export interface Owner {
  /** Null where an organisation's installation names none. */
  team: string | null;
  /** Organisation (Enterprise Grid); null without one. */
  enterprise: string | null;
  /** Another workspace it may belong to: a click in a shared channel names that of the person, the message that of the app. */
  otherTeam: string | null;
}

const id = z.string().min(1).nullish().catch(null);
const named = z.object({ id, enterprise_id: id }).nullish().catch(null);

const bodySchema = z.object({
  team_id: id,
  enterprise_id: id,
  team: named,
  enterprise: named,
  user: z.object({ team_id: id, enterprise_id: id }).nullish().catch(null),
  view: z.object({ app_installed_team_id: id }).nullish().catch(null),
  message: z.object({ team: id }).nullish().catch(null),
  event: z.unknown().optional(),
  authorizations: z
    .array(z.object({ team_id: id, enterprise_id: id }))
    .nullish()
    .catch(null),
});

/** Reads commands, clicks, views, options and events alike. */
export function ownerOf(body: unknown): Owner {
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) return { team: null, enterprise: null, otherTeam: null };
  const { team_id, enterprise_id, team, enterprise, user, view, message, event, authorizations } =
    parsed.data;
  const [through] = authorizations ?? [];
  // An event names the installation it is for; the workspace at its top is where it happened.
  if (event !== undefined)
    return {
      team: through?.team_id ?? team_id ?? null,
      enterprise: through?.enterprise_id ?? enterprise_id ?? null,
      otherTeam: null,
    };
  return {
    team: view?.app_installed_team_id ?? team_id ?? team?.id ?? user?.team_id ?? null,
    enterprise: enterprise?.id ?? enterprise_id ?? team?.enterprise_id ?? user?.enterprise_id ?? null,
    otherTeam: message?.team ?? null,
  };
}

/** Events that the door listens to itself. */
export const removalEvents = ['app_uninstalled', 'team_access_revoked', 'tokens_revoked'] as const;

const lifeSchema = z.object({
  event: z.discriminatedUnion('type', [
    z.object({ type: z.literal('app_uninstalled') }),
    z.object({
      type: z.literal('tokens_revoked'),
      tokens: z.object({ bot: z.array(z.string()).nullish() }).nullish(),
    }),
  ]),
});

/** Whether an event says that the bot's token is gone; a person's token alone is none of ours. */
export function tellsOfRemoval(body: unknown): boolean {
  const told = lifeSchema.safeParse(body);
  if (!told.success) return false;
  const { event } = told.data;
  return event.type === 'app_uninstalled' || (event.tokens?.bot ?? []).length > 0;
}

const revokedSchema = z.object({
  event: z.object({ type: z.literal('team_access_revoked'), team_ids: z.array(z.string().min(1)) }),
});

/** Workspaces that an organisation took out of its installation; empty for every other delivery. */
export function workspacesTakenOut(body: unknown): string[] {
  return revokedSchema.safeParse(body).data?.event.team_ids ?? [];
}
