import { CaseNotOpen, CaseNotTransferable } from '../../domain/cases/status.ts';
import { refusalType } from '../errors.ts';

refusalType(CaseNotOpen, 'The case is closed.');
refusalType(CaseNotTransferable, 'The case is in Follow up or Closed.');
