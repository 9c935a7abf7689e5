import { CaseAlreadyTransferred } from '../../domain/transfers/case-already-transferred.ts';
import { NothingToTransfer } from '../../domain/transfers/caseload/transfer-caseload.ts';
import { refusalType } from '../errors.ts';

refusalType(CaseAlreadyTransferred, 'Somebody else has completed a transfer of the case (D9).');
refusalType(NothingToTransfer, 'None of the cases can go with the caseload.');
