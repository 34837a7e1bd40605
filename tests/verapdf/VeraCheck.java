// Validates PDF files with veraPDF against one or more profiles. Prints one
// line per file and profile, and under it what is wrong; exits 1 when a file
// fails. Started by tests/src/pdf/verapdf.rs: VeraCheck 2a,ua1 FILE...
import java.io.FileInputStream;
import java.util.HashSet;
import java.util.Set;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

public class VeraCheck {
  public static void main(String[] args) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    boolean valid = true;
    for (int i = 1; i < args.length; i++) {
      for (String profile : args[0].split(",")) {
        valid &= validate(args[i], PDFAFlavour.byFlavourId(profile));
      }
    }
    System.exit(valid ? 0 : 1);
  }

  static boolean validate(String file, PDFAFlavour profile) throws Exception {
    boolean valid = true;
    try (PDFAParser parser =
        Foundries.defaultInstance().createParser(new FileInputStream(file), profile)) {
      PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, false);
      for (ValidationResult result : validator.validateAll(parser)) {
        valid &= result.isCompliant();
        System.out.println((result.isCompliant() ? "ok " : "FAILED ") + profile + " " + file);
        Set<String> seen = new HashSet<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
          if (assertion.getStatus() == TestAssertion.Status.FAILED
              && seen.add(assertion.getRuleId().toString())) {
            System.out.println(
                "  " + assertion.getRuleId().getClause() + " " + assertion.getMessage()
                    + " @ " + assertion.getLocation().getContext());
          }
        }
      }
    }
    return valid;
  }
}
