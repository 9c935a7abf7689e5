import { graphql } from '../../demo/generated/index.ts';

/** Publishes a template, as its editor does: with every problem and its place. */
export const publishTemplateMutation = graphql(`
  mutation PublishTemplate($input: PublishCorrespondenceTemplateInput!) {
    publishCorrespondenceTemplate(input: $input) {
      __typename
      ... on PublishCorrespondenceTemplateSuccess { template { id version name retiredAt } }
      ... on InvalidTemplate { problems { kind language field start end line column excerpt message } }
      ...Refusal
    }
  }
`);

/** Takes a template off offer. */
export const retireTemplateMutation = graphql(`
  mutation RetireTemplate($input: RetireCorrespondenceTemplateInput!) {
    retireCorrespondenceTemplate(input: $input) {
      __typename
      ... on RetireCorrespondenceTemplateSuccess { template { id retiredAt } }
      ...Refusal
    }
  }
`);

/** Shows texts that are not published yet. */
export const previewTemplateQuery = graphql(`
  query PreviewTemplate($input: PreviewCorrespondenceTemplateInput!) {
    previewCorrespondenceTemplate(input: $input) {
      problems { kind language field start end message }
      en { ...PreviewedText }
      fr { ...PreviewedText }
    }
  }
  fragment PreviewedText on PreviewedTemplateText {
    emailSubject emailContent email { html text } letter { fileName sha256 byteSize base64 }
  }
`);

/** The templates of a type, with everything that was ever published of each. */
export const templateHistoryQuery = graphql(`
  query TemplateHistory($type: ReferralType!, $includeRetired: Boolean! = false) {
    correspondenceTemplates(referralType: $type, includeRetired: $includeRetired) {
      totalCount
      nodes {
        id version name retiredAt
        versions {
          totalCount
          nodes {
            number isNewest publishedAt publishedBy { username }
            texts { language name emailSubject emailContent letterTitle letterBody }
          }
        }
      }
    }
  }
`);

/** The version that a referral has, beside its template's newest texts. */
export const referralTemplateQuery = graphql(`
  query ReferralTemplate($referralId: ID!) {
    node(id: $referralId) {
      __typename
      ... on Referral {
        template { version texts(language: EN) { letterTitle } }
        templateVersion { number isNewest texts(language: EN) { letterTitle } }
        letter { sha256 base64 }
      }
    }
  }
`);

/** What the text of a letter may use. */
export const templatePlaceholdersQuery = graphql(`
  query TemplatePlaceholders {
    templatePlaceholders { name written meaning }
  }
`);
