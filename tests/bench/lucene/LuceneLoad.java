// SPDX-License-Identifier: GPL-2.0-or-later
// LuceneLoad TEXTS INDEX THREADS: loads TEXTS, a document a line ("title<TAB>text"), with Lucene's CzechAnalyzer, and prints the
// seconds that it took, commit included. A peer of index_bench, which writes the texts and knows their size.
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;

public final class LuceneLoad {
  public static void main(String[] arguments) throws Exception {
    int threads = Integer.parseInt(arguments[2]);
    // The machine compiles what runs often: a first load of the same texts pays for that.
    load(arguments[0], arguments[1] + "/first", threads);
    System.out.println(load(arguments[0], arguments[1] + "/second", threads));
  }

  private static double load(String texts, String index, int threads) throws Exception {
    long start = System.nanoTime();
    try (CzechAnalyzer analyzer = new CzechAnalyzer();
        FSDirectory directory = FSDirectory.open(Path.of(index));
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer));
        var lines = Files.newBufferedReader(Path.of(texts), StandardCharsets.UTF_8)) {
      List<Thread> running = new ArrayList<>();
      List<Throwable> failures = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        Thread thread = new Thread(() -> {
          try {
            while (true) {
              String line;
              synchronized (lines) {
                line = lines.readLine();
              }
              if (line == null) return;
              add(writer, line);
            }
          } catch (Throwable failure) {
            synchronized (failures) {
              failures.add(failure);
            }
          }
        });
        thread.start();
        running.add(thread);
      }
      for (Thread thread : running) thread.join();
      if (!failures.isEmpty()) throw new Exception(failures.get(0));
      writer.commit();
      return (System.nanoTime() - start) / 1e9;
    }
  }

  // With positions, and the text stored, as our own index has it.
  private static void add(IndexWriter writer, String line) throws Exception {
    int tab = line.indexOf('\t');
    Document document = new Document();
    document.add(new TextField("title", line.substring(0, tab), Field.Store.YES));
    document.add(new TextField("text", line.substring(tab + 1), Field.Store.YES));
    writer.addDocument(document);
  }
}
