import { CaseNotTransferable } from '../../domain/cases/status.ts';
import { refusalType } from '../errors.ts';

refusalType(CaseNotTransferable, 'The case is in Follow up or Closed.');
