import { answerApi } from "@/lib/api/door";

// Every method, so that the ones which only change things are told so in the API's own words.
export {
  answerApi as DELETE,
  answerApi as GET,
  answerApi as HEAD,
  answerApi as OPTIONS,
  answerApi as PATCH,
  answerApi as POST,
  answerApi as PUT,
};
