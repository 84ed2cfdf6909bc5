// The workspaces of one bot: who installed it with which token, and each one's own view of the store.
import type { Store } from './store.ts';

/** An installation as it is kept; the token is sealed before it comes here. */
export interface KeptInstallation {
  /** Id of the workspace, or of the organisation (Enterprise Grid) for an org-wide one. */
  id: string;
  /** Id of the organisation; '' without one. */
  enterprise: string;
  /** Installed once for all workspaces of the organisation. */
  orgWide: boolean;
  /** Name of the workspace or organisation. */
  name: string;
  /** Everything Slack gave, encrypted. */
  sealed: string;
  /** Slack id of the person who installed it. */
  by: string;
  /** ISO instant of the last installation or renewal: another one means another token. */
  at: string;
}

/** A workspace that owns rows of the store. */
export interface Workspace {
  /** Slack's id. */
  team: string;
  /** Its organisation; '' without one. */
  enterprise: string;
  name: string;
  /** ISO instant of the removal of the app; '' while it is installed. */
  goneAt: string;
}

/** Every method throws StoreUnavailable when the store cannot be reached. */
export interface Workspaces {
  /** Creates or replaces the installation of that id. */
  saveInstallation(installation: KeptInstallation): Promise<void>;
  /** Null when there is none. */
  installation(id: string): Promise<KeptInstallation | null>;
  /** By id. Polled, so that every running copy learns of them. */
  installations(): Promise<KeptInstallation[]>;
  /** Removes it and marks its workspaces as gone; false when there was none. */
  removeInstallation(id: string, at: Date): Promise<boolean>;
  /** Marks a workspace as gone that only its organisation's installation served; false where it was gone or has its own. */
  takeOut(team: string, at: Date): Promise<boolean>;
  /** Remembers that a workspace is here; an earlier removal no longer counts. */
  welcome(workspace: Omit<Workspace, 'goneAt'>): Promise<void>;
  /** By id. */
  workspaces(): Promise<Workspace[]>;
  /** Deletes every row of the workspaces that went before that instant; gives their ids. */
  forgetGone(before: Date): Promise<string[]>;
  /** Rises with every step of a plan and every share of any workspace. Polled. */
  plansMark(): Promise<number>;
}

/**
 * A store of many workspaces. Taken as a `Store` it is that of the single workspace of a bot with one token: its rows stand
 * under a name of their own until `settle` says which workspace that is.
 */
export interface StoreHouse extends Store {
  /** One workspace's own store: nothing of another one is read or written through it. Closing is the house's. */
  ofTeam(team: string): Store;
  /** Names the single workspace, once and for all: what stands without a name becomes its own. Gives the id that holds. */
  settle(workspace: Omit<Workspace, 'goneAt'>): Promise<string>;
  readonly workspaces: Workspaces;
}
