import type { Prisma } from '../../src/generated/prisma/client.ts';
import type { Language, ReferralType } from '../../src/generated/prisma/enums.ts';

/** A template's texts in one language, as the table holds them. */
type TemplateText = Omit<Prisma.CorrespondenceTemplateTextUncheckedCreateInput, 'versionId' | 'language'>;

/**
 * The template of each referral type as Employment Nova Scotia first sets it up. English names, subjects and contents are
 * the guide's to the letter, its double hyphen included (R11). Letters have paragraphs separated by an empty line.
 */
export const templates: Record<ReferralType, Record<Language, TemplateText>> = {
  INFORMATIONAL_WITHIN: {
    EN: {
      name: 'NSW Referral - Informational within NSW Network',
      emailSubject: 'NSW Client Referral - -- Programs, Services and Interventions',
      emailContent:
        'Please see the attached referral letter about one of our clients who may benefit from your programs, services, or interventions.',
      letterTitle: 'Informational Referral within the Nova Scotia Works Network',
      letterBody: `{{sendingOrganization}} is referring {{clientName}} to {{receivingOrganization}}. We believe that your programs, services or interventions may help our client reach their employment goals.

This is an informational referral. The case is not being transferred: our organization continues to manage it, and {{caseManagerName}} remains the case manager. The client’s person record has been added to your organizational context in LaMPSS, where you can find it by searching for the client’s name under Person Management.

Please contact {{caseManagerName}}, whose contact information appears below, to discuss how you can help and how best to reach the client. In emails and messages, please refer to Case ID {{caseId}} and leave out personal information about the client.

If you are not able to offer a service at this time, please let us know so that we can look for other options together with our client. Thank you for your support.`,
    },
    FR: {
      name: 'Aiguillage Nouvelle-Écosse au travail – À titre d’information au sein du réseau',
      emailSubject:
        'Aiguillage de clientèle de Nouvelle-Écosse au travail – Programmes, services et interventions',
      emailContent:
        'Veuillez trouver ci-jointe la lettre d’aiguillage concernant une personne de notre clientèle qui pourrait bénéficier de vos programmes, services ou interventions.',
      letterTitle: 'Aiguillage à titre d’information au sein du réseau',
      letterBody: `L’organisme {{sendingOrganization}} aiguille {{clientName}} vers l’organisme {{receivingOrganization}}. Nous croyons que vos programmes, services ou interventions pourraient aider cette personne à atteindre ses objectifs d’emploi.

Il s’agit d’un aiguillage à titre d’information. Le dossier n’est pas transféré\u00a0: notre organisme continue de le gérer, et {{caseManagerName}} en demeure gestionnaire de cas. La fiche de la personne a été ajoutée au contexte de votre organisme dans LaMPSS; vous la trouverez en cherchant son nom sous «\u00a0Gestion des personnes\u00a0».

Veuillez communiquer avec {{caseManagerName}}, dont les coordonnées figurent ci-dessous, pour discuter de l’aide que vous pouvez offrir et de la meilleure façon de joindre la personne. Dans vos courriels, veuillez indiquer le numéro de dossier {{caseId}} et ne donner aucun renseignement personnel.

Si vous n’êtes pas en mesure d’offrir un service pour le moment, veuillez nous en informer afin que nous puissions chercher d’autres solutions avec la personne. Nous vous remercions de votre soutien.`,
    },
  },
  INFORMATIONAL_OUTSIDE: {
    EN: {
      name: 'NSW Referral - Informational Client Referral outside of NSW Network',
      emailSubject: 'Client Referral from Nova Scotia Works',
      emailContent:
        'Please see the attached referral letter about one of our clients who may benefit from your programs and services.',
      letterTitle: 'Informational Client Referral from Nova Scotia Works',
      letterBody: `{{sendingOrganization}} is part of the Nova Scotia Works network, which helps people in Nova Scotia prepare for, find and keep employment. We are referring our client {{clientName}} to {{receivingOrganization}} because we believe that our client may benefit from your programs and services.

This letter is for your information. It does not give your organization access to LaMPSS, the system in which Nova Scotia Works organizations keep their clients’ records, and you do not need to do anything there. To protect our client’s privacy, this letter leaves out the details of their situation.

Please contact {{caseManagerName}}, whose contact information appears below, to discuss what you can offer and how best to reach the client. In emails and messages, please refer to Case ID {{caseId}} and leave out personal information about the client.

If you are not able to offer a service at this time, please let us know so that we can look for other options together with our client. Thank you for the support you give to people in our communities.`,
    },
    FR: {
      name: 'Aiguillage Nouvelle-Écosse au travail – À titre d’information à l’extérieur du réseau',
      emailSubject: 'Aiguillage de clientèle par Nouvelle-Écosse au travail',
      emailContent:
        'Veuillez trouver ci-jointe la lettre d’aiguillage concernant une personne de notre clientèle qui pourrait bénéficier de vos programmes et services.',
      letterTitle: 'Aiguillage à titre d’information par Nouvelle-Écosse au travail',
      letterBody: `L’organisme {{sendingOrganization}} fait partie du réseau Nouvelle-Écosse au travail, qui aide les gens de la Nouvelle-Écosse à se préparer à l’emploi, à trouver du travail et à le conserver. Nous aiguillons {{clientName}} vers l’organisme {{receivingOrganization}}, car nous croyons que cette personne pourrait bénéficier de vos programmes et services.

La présente lettre vous est transmise à titre d’information. Elle ne donne pas à votre organisme accès à LaMPSS, le système où les organismes de Nouvelle-Écosse au travail tiennent les dossiers de leur clientèle, et vous n’avez aucune démarche à y faire. Afin de protéger la vie privée de la personne, nous n’y donnons pas de détails sur sa situation.

Veuillez communiquer avec {{caseManagerName}}, dont les coordonnées figurent ci-dessous, pour discuter de ce que vous pouvez offrir et de la meilleure façon de joindre la personne. Dans vos courriels, veuillez indiquer le numéro de dossier {{caseId}} et ne donner aucun renseignement personnel.

Si vous n’êtes pas en mesure d’offrir un service pour le moment, veuillez nous en informer afin que nous puissions chercher d’autres solutions avec la personne. Nous vous remercions du soutien que vous apportez aux gens de nos collectivités.`,
    },
  },
  CASE_TRANSFER: {
    EN: {
      name: 'NSW Referral - Case Transfer within NSW Network',
      emailSubject: 'NSW Client Referral - Case Transfer',
      emailContent:
        'Please see the attached referral letter describing the possible transfer of a client from our organization to yours.',
      letterTitle: 'Case Transfer Referral within the Nova Scotia Works Network',
      letterBody: `{{clientName}}, a client of {{sendingOrganization}}, may continue to work toward their employment goals with {{receivingOrganization}}. We are writing to refer the client to you and to advise you that the case may be transferred to your organization.

You can now view the client’s person record and a summary of the case in LaMPSS. The case itself has not moved: until your organization completes the transfer, our organization continues to manage it, and {{caseManagerName}} remains the case manager.

To complete the transfer, search for the client by name or by Case ID {{caseId}} in LaMPSS and open Case Details/Transfer from the Case Homepage. Select your office, the new case manager, your active agreement and, if your organization has several, the service delivery location; then save. From that moment your organization manages the case, and we can no longer view or update it.

{{caseManagerName}} will call you for a soft handoff, to make sure that this referral has reached you and to discuss what matters to the client, so that the change goes smoothly for them. If you have questions before then, or are not able to take on the case, please contact us. Thank you for welcoming {{clientName}}.`,
    },
    FR: {
      name: 'Aiguillage Nouvelle-Écosse au travail – Transfert de cas au sein du réseau',
      emailSubject: 'Aiguillage de clientèle de Nouvelle-Écosse au travail – Transfert de cas',
      emailContent:
        'Veuillez trouver ci-jointe la lettre d’aiguillage concernant le transfert possible, de notre organisme au vôtre, d’une personne de notre clientèle.',
      letterTitle: 'Aiguillage en vue d’un transfert de cas',
      letterBody: `L’organisme {{sendingOrganization}} aiguille {{clientName}} vers l’organisme {{receivingOrganization}}. Par la présente, nous vous avisons que le dossier de cette personne pourrait être transféré à votre organisme.

Vous pouvez dès maintenant consulter dans LaMPSS la fiche de la personne et un résumé de son dossier. Tant que votre organisme n’a pas effectué le transfert, le nôtre continue de gérer le dossier, et {{caseManagerName}} en demeure gestionnaire de cas.

Pour effectuer le transfert, cherchez la personne dans LaMPSS par son nom ou par le numéro de dossier {{caseId}}, puis ouvrez «\u00a0Détails du cas/Transfert\u00a0» à partir de la page d’accueil du cas. Sélectionnez votre bureau, la ou le gestionnaire de cas, votre entente en vigueur et, au besoin, le lieu de prestation des services, puis enregistrez. Dès lors, nous ne pouvons plus consulter ni mettre à jour le dossier.

{{caseManagerName}} vous téléphonera pour assurer une transition en douceur et discuter de ce qui compte pour la personne. Si vous avez des questions d’ici là, ou si vous ne pouvez pas prendre le dossier en charge, veuillez communiquer avec nous. Nous vous remercions de l’accueil que vous lui réserverez.`,
    },
  },
};
