/* Validates PDF files with the veraPDF library on the class path: each file as PDF/A-2a, or as PDF/A-3a where its name
   ends with "-3a.pdf", and as PDF/UA-1.
   usage: java -cp CLASSPATH Check.java FILE...
   Prints one line for each rule that a file breaks, then "checked N files". */
import java.io.FileInputStream;
import java.util.Set;
import java.util.TreeSet;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

public class Check {
    public static void main(String[] files) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (String file : files) {
            for (PDFAFlavour flavour : new PDFAFlavour[] {archiveForm(file), PDFAFlavour.PDFUA_1}) {
                for (String broken : brokenRules(file, flavour)) {
                    System.out.println(file + " " + flavour + " " + broken);
                }
            }
        }
        System.out.println("checked " + files.length + " files");
    }

    static PDFAFlavour archiveForm(String file) {
        return file.endsWith("-3a.pdf") ? PDFAFlavour.PDFA_3_A : PDFAFlavour.PDFA_2_A;
    }

    static Set<String> brokenRules(String file, PDFAFlavour flavour) throws Exception {
        Set<String> broken = new TreeSet<>();
        try (FileInputStream in = new FileInputStream(file);
             PDFAParser parser = Foundries.defaultInstance().createParser(in, flavour, flavour);
             PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            for (TestAssertion assertion : validator.validate(parser).getTestAssertions()) {
                if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                    broken.add(assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber()
                        + " " + assertion.getMessage());
                }
            }
        }
        return broken;
    }
}
