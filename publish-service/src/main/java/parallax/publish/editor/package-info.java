/** The editor's word over HTTP: checked against what was said before, kept on editor.decisions, and obeyed at once. */
@NullMarked
package parallax.publish.editor;

import org.jspecify.annotations.NullMarked;
