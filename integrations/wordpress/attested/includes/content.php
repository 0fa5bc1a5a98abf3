<?php
/**
 * What WordPress does to a widget that was written by hand, mended.
 *
 * @package Attested
 */

defined( 'ABSPATH' ) || exit;

/**
 * The tags that an author may write by hand.
 *
 * @return string[]
 */
function attested_tags() {
	return array_merge( array( 'history-dataset' ), array_unique( array_map( 'attested_element', array_keys( attested_widgets() ) ) ) );
}

/**
 * The attributes of a tag that an author may write by hand.
 *
 * @param string $tag One of attested_tags().
 * @return string[]
 */
function attested_tag_attributes( $tag ) {
	return 'history-dataset' === $tag ? array( 'src' ) : attested_attribute_names( $tag );
}

/**
 * Writes elements as the data-attribute form, which the script upgrades all the same.
 *
 * The paragraphs of WordPress know `div` and `span`. Of an element they know nothing: they tear it at
 * blank lines, and eat the space before all that begins with `<source`.
 *
 * @param string $content A post's.
 * @return string
 */
function attested_mend_elements( $content ) {
	$names = implode( '|', attested_tags() );
	if ( ! preg_match( "~</?(?:$names)[\\s/>]~i", $content ) ) {
		return $content;
	}
	// A citation is one piece of a sentence: a blank line in it would end the paragraph.
	$content = preg_replace_callback(
		'~<source-cite[\s>].*?</source-cite\s*>~is',
		function ( $found ) {
			return preg_replace( '~\s*\n\s*~', ' ', $found[0] );
		},
		$content
	);
	return preg_replace_callback(
		"~<(/?)($names)((?:\\s+(?:\"[^\"]*\"|'[^']*'|[^\"'>])*)?)>~i",
		function ( $found ) {
			$tag  = strtolower( $found[2] );
			$host = 'source-cite' === $tag ? 'span' : 'div';
			if ( '/' === $found[1] ) {
				return "</$host>";
			}
			$html  = "<$host data-attested=\"$tag\"";
			$known = attested_tag_attributes( $tag );
			foreach ( wp_kses_hair( $found[3], wp_allowed_protocols() ) as $name => $attribute ) {
				$name  = strtolower( $name );
				$value = preg_replace( '/\s+/', ' ', $attribute['value'] );
				if ( in_array( $name, $known, true ) ) {
					$html .= sprintf( ' data-%s="%s"', $name, esc_attr( $value ) );
				} elseif ( in_array( $name, array( 'id', 'class', 'dir' ), true ) ) {
					$html .= sprintf( ' %s="%s"', $name, esc_attr( $value ) );
				}
			}
			return $html . '>';
		},
		$content
	);
}

/**
 * Gives the shortcodes of blocks a line of their own: no paragraph can hold what they become.
 *
 * @param string $content A post's.
 * @return string
 */
function attested_mend_shortcodes( $content ) {
	if ( false === strpos( $content, '[attested-' ) ) {
		return $content;
	}
	$blocks = array();
	foreach ( attested_widgets() as $tag => $widget ) {
		if ( empty( $widget['inline'] ) ) {
			$blocks[] = $tag;
		}
	}
	$shortcode = '(?<!\[)\[attested-(?:' . implode( '|', $blocks ) . ')(?:\s[^\]]*)?\](?!\])';
	if ( ! has_blocks( $content ) ) {
		return preg_replace( "~\\h*($shortcode(?:(?!\\[attested-).)*\\[/attested-[a-z-]+\\]|$shortcode)\\h*~s", "\n\n$1\n\n", $content );
	}
	return preg_replace_callback(
		'~<p(?:\s[^>]*)?>.*?</p>~s',
		function ( $found ) use ( $shortcode ) {
			$open = substr( $found[0], 0, strpos( $found[0], '>' ) + 1 );
			$html = preg_replace( "~\\s*($shortcode)\\s*~", "</p>\n$1\n" . addcslashes( $open, '\\$' ), $found[0] );
			return $html === $found[0] ? $html : preg_replace( '~<p(?:\s[^>]*)?>\s*</p>\s*~', '', $html );
		},
		$content
	);
}

/**
 * Loads the script where a page has what was written by hand.
 *
 * @param string $content A post's.
 * @return string
 */
function attested_mend_script( $content ) {
	if ( ! is_feed() && false !== strpos( $content, 'data-attested=' ) ) {
		wp_enqueue_script( 'attested' );
	}
	return $content;
}

foreach ( array( 'the_content', 'widget_text_content', 'widget_block_content' ) as $attested_place ) {
	add_filter( $attested_place, 'attested_mend_elements', 8 );
	add_filter( $attested_place, 'attested_mend_shortcodes', 8 );
	add_filter( $attested_place, 'attested_mend_script', 20 );
}
unset( $attested_place );

// The words of sources stand as they were written: no curly quotes where a document had straight ones.
add_filter(
	'no_texturize_tags',
	function ( $tags ) {
		return array_merge( $tags, attested_tags() );
	}
);

// Authors and contributors, whose HTML is filtered, may write elements as editors may.
add_filter(
	'wp_kses_allowed_html',
	function ( $tags, $context ) {
		if ( 'post' !== $context || ! is_array( $tags ) ) {
			return $tags;
		}
		$every = array_fill_keys( array( 'id', 'class', 'lang', 'dir' ), true );
		foreach ( attested_tags() as $tag ) {
			$tags[ $tag ] = $every + array_fill_keys( attested_tag_attributes( $tag ), true );
		}
		return $tags;
	},
	10,
	2
);

// A block of data whose tag is filtered would be left behind as text.
add_filter(
	'content_save_pre',
	function ( $content ) {
		if ( current_user_can( 'unfiltered_html' ) || false === stripos( $content, 'application/json' ) ) {
			return $content;
		}
		return preg_replace( '~<script\b[^>]*application/json[^>]*>.*?</script\s*>~is', '', $content );
	},
	9
);
